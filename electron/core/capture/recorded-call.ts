/** Turns one call of a recording into the facts that it stands for; secrets are cut out here, before anything is kept. */
import { classifyUrl } from '../../../shared/meta/meta-hosts.ts';
import { readBrowserCall } from '../../../shared/meta/pixel-call.ts';
import { redactText, redactUrl } from '../../../shared/meta/redact.ts';
import { splitUrl } from '../../../shared/meta/url.ts';
import type { BrowserCallFact, Fact, InputId, ServerAnswerFact, ServerRecordFact } from '../../../shared/model/fact.ts';
import { bodyProblem } from './body-problem.ts';

/** One call as a recording tells it, whatever the recording's form; nothing is redacted yet. */
export type RecordedCall = Pick<
  BrowserCallFact,
  | 'place'
  | 'at'
  | 'method'
  | 'url'
  | 'contentType'
  | 'body'
  | 'bodyCharset'
  | 'bodyState'
  | 'status'
  | 'error'
  | 'held'
  | 'page'
  | 'userAgent'
  | 'cookies'
> & {
  /** Text of the answer where the recording holds it. */
  answerBody: string | null;
};

/** What one entry or line of a recording gave; not usable where it should have been readable and was not. */
export type RecordStep = { facts: Fact[]; isUsable: boolean };

/** No facts for a call that is not Meta's. */
export function factsOfCall(input: InputId, call: RecordedCall): Fact[] {
  const kind = classifyUrl(call.url);
  if (kind === 'other') return [];
  if (kind === 'graph-events' || kind === 'gateway-ingress') return serverFacts(input, call);
  const { answerBody: _unused, ...rest } = call;
  const fact: BrowserCallFact = {
    ...rest,
    kind: 'browser-call',
    input,
    key: keyOf(input, call),
    url: redactUrl(call.url),
    body: call.body === null ? null : redactText(call.body),
    page: call.page === null ? null : redactUrl(call.page),
  };
  if (readBrowserCall(fact).what === 'other') return [];
  const problem = bodyProblem(fact, 'a Pixel call whose body the recording does not hold');
  return problem === null ? [fact] : [fact, problem];
}

function keyOf(input: InputId, call: RecordedCall): string {
  return `${input}:${call.place}`;
}

/** A call to the Conversions API that passed the recorder: a page's own, or a server's through a proxy. */
function serverFacts(input: InputId, call: RecordedCall): Fact[] {
  if (call.method.toUpperCase() === 'OPTIONS') return [];
  const query = splitUrl(call.url).query ?? '';
  const isInQuery = !call.body && /(?:^|&)data(?:=|%5B|\[)/i.test(query);
  const record: ServerRecordFact = {
    kind: 'server-record',
    input,
    place: call.place,
    key: keyOf(input, call),
    form: 'request',
    at: call.at,
    url: redactUrl(call.url.replace(/[?#].*$/s, '')),
    contentType: isInQuery ? 'application/x-www-form-urlencoded' : call.contentType,
    body: redactText(isInQuery ? query : (call.body ?? '')),
    bodyCharset: call.bodyCharset,
    bodyState: call.bodyState,
    userAgent: call.userAgent,
    delivery: call.held ? 'held' : 'forwarded',
  };
  if (record.body === '' && call.method.toUpperCase() === 'GET') return [];
  return [record, ...answerFacts(record, call)];
}

function answerFacts({ input, place, key }: ServerRecordFact, call: RecordedCall): ServerAnswerFact[] {
  if (call.status === null && call.error === null) return [];
  const body = redactText(call.answerBody ?? call.error ?? '');
  return [{ kind: 'server-answer', input, place, record: key, at: null, status: call.status, body }];
}
