/** Turns log records into facts: payloads, the answers to them, and what looks like a payload and cannot be read. */
import { findAnswer, mayHoldAnswer } from '../../../shared/meta/find-answers.ts';
import { findPayloads, type Payloads } from '../../../shared/meta/find-payloads.ts';
import { readStamp } from '../../../shared/meta/log-stamp.ts';
import { readTime } from '../../../shared/meta/record-context.ts';
import { redactText } from '../../../shared/meta/redact.ts';
import type { Fact, ServerAnswerFact, ServerRecordFact, TimeMs } from '../../../shared/model/fact.ts';
import { isJsonObject } from '../../../shared/model/json.ts';
import type { InputHandle } from '../source.ts';
import { createAnswerJoin } from './answer-join.ts';
import type { LogRecord } from './record-splitter.ts';

export type LogRecords = {
  /** Takes a record that may hold a payload or an answer. */
  take(record: LogRecord): void;
  /** Takes note of something that cannot be used. */
  problem(line: number, reason: string): void;
  /** Facts that wait for `store`. */
  waiting(): number;
  /** Hands the facts on; when it fails they stay for the next time. */
  store(): Promise<void>;
};

/** `before` a line's number makes its place: `line `, `app.log.1 line `, `row `. */
export function createLogRecords(handle: InputHandle, nextKey: () => string, before: string): LogRecords {
  const join = createAnswerJoin();
  const input = handle.input.id;
  let facts: Fact[] = [];

  const problem = (line: number, reason: string) => {
    handle.count(false);
    facts.push({ kind: 'problem', input, place: `${before}${line}`, reason });
  };

  const answer = (fact: Omit<ServerAnswerFact, 'kind' | 'input'>) => {
    facts.push({ kind: 'server-answer', input, ...fact });
  };

  const request = (record: LogRecord, payloads: Payloads, body: string) => {
    const hadToken = body !== record.text;
    const fact = toFact(record, payloads, { body, input, key: nextKey(), before, hadToken });
    facts.push(fact);
    join.request({ key: fact.key, text: body, datasetId: payloads.events[0]?.context.datasetId ?? null });
    const status = refusedStatus(body);
    if (status !== null) answer({ place: fact.place, record: fact.key, at: null, status, body: '' });
  };

  return {
    take(record) {
      const body = redactText(record.text);
      const payloads = findPayloads(body);
      const isRequest = payloads.events.length > 0;
      const [reason] = payloads.problems;
      if (!isRequest && reason !== undefined) return problem(record.line, reason);
      handle.count(true);
      if (isRequest) request(record, payloads, body);
      if (!mayHoldAnswer(body)) return;
      const found = findAnswer(body);
      const key = found && join.answer(found);
      if (found && key) {
        answer({
          place: `${before}${record.line}`,
          record: key,
          at: null,
          status: found.status,
          body: found.body,
        });
      }
    },
    problem,
    waiting: () => facts.length,
    async store() {
      if (facts.length === 0) return;
      const batch = facts;
      facts = [];
      try {
        await handle.sink.add(batch);
      } catch (error) {
        facts = [...batch, ...facts];
        throw error;
      }
    },
  };
}

type Making = { body: string; input: number; key: string; before: string; hadToken: boolean };

function toFact(record: LogRecord, payloads: Payloads, making: Making): ServerRecordFact {
  const contexts = payloads.events.map(({ context }) => context);
  const urls = new Set(contexts.map(({ url }) => url));
  return {
    kind: 'server-record',
    key: making.key,
    input: making.input,
    place: `${making.before}${record.line}`,
    form: 'log',
    at: contexts[0]?.at ?? readStamp(record.stamp, eventTime(payloads)),
    url: urls.size === 1 ? (contexts[0]?.url ?? null) : null,
    contentType: null,
    body: making.body,
    bodyCharset: record.charset,
    bodyState: record.isCut || payloads.isCut ? 'cut' : 'whole',
    userAgent: null,
    delivery: 'logged',
    ...(making.hadToken && { hadToken: true }),
  };
}

function eventTime({ events }: Payloads): TimeMs | null {
  const [first] = events;
  return first !== undefined && isJsonObject(first.event) ? readTime(first.event.event_time) : null;
}

/** The debug output of Meta's Node SDK writes `400 POST …` without the answer's body. */
function refusedStatus(text: string): number | null {
  const status = /^([45]\d\d) POST /.exec(text)?.[1];
  return status === undefined ? null : Number(status);
}
