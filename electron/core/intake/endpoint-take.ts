/** Takes one whole request: stores its calls, then answers it here or lets Meta answer it. */
import { answerTransient, type GraphAnswerMessage } from '../../../shared/meta/graph-answer.ts';
import { writeBatchAnswer } from '../../../shared/meta/graph-batch.ts';
import type { Fact, ServerRecordFact, TimeMs } from '../../../shared/model/fact.ts';
import { isJsonObject, type Json, parseJson } from '../../../shared/model/json.ts';
import type { EndpointMode } from '../../../shared/model/session.ts';
import { cutSecrets, secretsSent } from '../sent-secrets.ts';
import type { InputHandle } from '../source.ts';
import { answerOf, type JudgedCall, judgeCall, recordOf } from './endpoint-call.ts';
import type { Forward, ForwardedAnswer } from './endpoint-forward.ts';
import { type EndpointMessage, type MessageParts, partsOf } from './endpoint-message.ts';
import type { EndpointAnswer } from './endpoint-send.ts';

export type Taking = { handle: InputHandle; mode: EndpointMode; forward: Forward; now(): TimeMs };

type Taken = EndpointAnswer | { passedOn: ForwardedAnswer & { state: 'answered' } };
type Calls = Exclude<MessageParts, { kind: 'refused' }>;

/** Never rejects. What is answered with success is stored. */
export async function takeMessage(message: EndpointMessage, taking: Taking): Promise<Taken> {
  const parts = partsOf(message);
  taking.handle.count(parts.kind !== 'refused');
  if (parts.kind === 'refused') return parts.answer;
  return taking.mode.forward ? passOn(message, parts, taking) : answerHere(message, parts, taking);
}

async function answerHere(message: EndpointMessage, parts: Calls, { handle, mode }: Taking): Promise<EndpointAnswer> {
  if (parts.kind === 'single') {
    const judged = judgeCall(parts.call, mode.validation);
    if (!(await isStored(handle, factsOf(judged)))) return retry();
    const isGateway = message.target.kind === 'events' && message.target.isGateway;
    return isGateway && judged.answer.status === 200 ? { ...judged.answer, status: 202 } : judged.answer;
  }
  const facts: Fact[] = [];
  const calls = parts.parts.map((part) => {
    if ('answer' in part) return { call: part.batch, answer: part.answer };
    const judged = judgeCall(part.call, mode.validation);
    facts.push(...factsOf(judged));
    return { call: part.batch, answer: judged.answer };
  });
  return (await isStored(handle, facts)) ? writeBatchAnswer(calls, parts) : retry();
}

/** Where storing fails the events still go on: a fault of ours must not cost them. The session tells the user. */
async function passOn(message: EndpointMessage, parts: Calls, { handle, forward, now }: Taking): Promise<Taken> {
  const calls = parts.kind === 'single' ? [parts.call] : parts.parts.map((part) => ('call' in part ? part.call : null));
  const records = calls.map((call) => (call === null ? null : recordOf(call, 'forwarded')));
  await isStored(handle, present(records));
  const reply = await forward(message.request, message.body.bytes);
  const { url = '', headers } = message.request;
  const secrets = secretsSent({ url, authorization: headers.authorization ?? null, body: message.body.text });
  const answers = repliesOf(reply, parts.kind === 'batch' ? records.length : null);
  const facts = records.flatMap((record, index) => {
    const answer = answers[index];
    if (record === null || answer === undefined) return [];
    return [answerOf(record, { ...answer, at: now(), body: cutSecrets(answer.body, secrets) })];
  });
  await isStored(handle, facts);
  if (reply.state === 'answered') return { passedOn: reply };
  return retry(`Twinlane could not pass the request on to Meta (${reply.error}). It is in the session; send it again.`);
}

/** One answer for each record; those of a batch stand in Graph's list, null where they were left out. */
function repliesOf(reply: ForwardedAnswer, count: number | null): { status: number | null; body: string }[] {
  const whole =
    reply.state === 'failed' ? { status: null, body: reply.error } : { status: reply.status, body: reply.text };
  if (count === null) return [whole];
  const list = reply.state === 'answered' ? parseJson(reply.text) : undefined;
  if (!Array.isArray(list)) return Array.from({ length: count }, () => whole);
  return list.map((part: Json) => {
    if (!isJsonObject(part)) return { status: 200, body: '' };
    return { status: typeof part.code === 'number' ? part.code : null, body: String(part.body ?? '') };
  });
}

function factsOf({ record, answer }: JudgedCall): Fact[] {
  return [record, answerOf(record, { at: record.at, status: answer.status, body: JSON.stringify(answer.body) })];
}

function present(records: (ServerRecordFact | null)[]): ServerRecordFact[] {
  return records.filter((record) => record !== null);
}

function retry(detail?: string): EndpointAnswer & GraphAnswerMessage {
  return { ...answerTransient(detail), retryAfterS: 2 };
}

/** False where it cannot be stored: the session tells the user. */
export async function isStored(handle: InputHandle, facts: Fact[]): Promise<boolean> {
  try {
    await handle.sink.add(facts);
    return true;
  } catch {
    return false;
  }
}
