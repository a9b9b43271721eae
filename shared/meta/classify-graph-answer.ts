/** Reads what Graph answered to a Conversions API request: its words are localised, its codes are not. */
import { isJsonObject, type JsonObject, parseJson } from '../model/json.ts';

/** `unknown`: an error of Graph's that has no class here; `not_json`: something else answered in Graph's place. */
type GraphAnswerClass =
  | 'received'
  | 'event_time_too_old'
  | 'purchase_without_value'
  | 'not_hashed'
  | 'missing_parameter'
  | 'insufficient_customer_information'
  | 'no_such_object'
  | 'token'
  | 'permission'
  | 'rate'
  | 'retry'
  | 'blocked'
  | 'unknown'
  | 'not_json';

export type GraphAnswer = {
  ok: boolean;
  class: GraphAnswerClass;
  code: number | null;
  subcode: number | null;
  /** Graph's own words: the user message where there is one. */
  message: string;
  /** Null in an error, and in a success that does not say. */
  eventsReceived: number | null;
  /** The field that Graph names, as `$['data'][0]['event_time']`. */
  jsonPath: string | null;
};

const classOfSubcode = new Map<number, GraphAnswerClass>([
  [2804003, 'event_time_too_old'],
  [2804009, 'purchase_without_value'],
  [2804016, 'not_hashed'],
  [2804019, 'missing_parameter'],
  [2804050, 'insufficient_customer_information'],
  [33, 'no_such_object'],
  [34, 'no_such_object'],
]);

const classOfCode = new Map<number, GraphAnswerClass>([
  ...[102, 190].map((code) => [code, 'token'] as const),
  ...[3, 10, 200].map((code) => [code, 'permission'] as const),
  ...[4, 17, 32, 613].map((code) => [code, 'rate'] as const),
  ...[1, 2, 21009].map((code) => [code, 'retry'] as const),
  ...[368].map((code) => [code, 'blocked'] as const),
]);

/**
 * Classifies by code and subcode, which Meta documents for the Graph and Conversions APIs; the status only where the
 * body says nothing. Never throws.
 */
export function classifyGraphAnswer(status: number | null, body: string): GraphAnswer {
  const value = parseJson(body);
  const isSuccess = status === null || (status >= 200 && status < 300);
  if (!isJsonObject(value)) {
    // A gateway acknowledges with an empty 202.
    if (isSuccess && status !== null && body.trim() === '') return received(null);
    return { ...received(null), ok: false, class: 'not_json', message: excerpt(status, body) };
  }
  if (isJsonObject(value.error)) return refused(value.error);
  if (isSuccess) return received(numberOf(value.events_received));
  return { ...received(null), ok: false, class: 'unknown', message: excerpt(status, body) };
}

function received(eventsReceived: number | null): GraphAnswer {
  return { ok: true, class: 'received', code: null, subcode: null, message: '', eventsReceived, jsonPath: null };
}

function refused(error: JsonObject): GraphAnswer {
  const code = numberOf(error.code);
  const subcode = numberOf(error.error_subcode);
  const texts = [error.error_user_msg, error.error_user_title, error.message].filter(
    (text) => typeof text === 'string',
  );
  const message = texts.find((text) => text !== '') ?? '';
  const jsonPath = /\$(?:\[[^\]]*\])+/.exec(texts.join('\n'))?.[0] ?? null;
  return { ok: false, class: classOf(code, subcode), code, subcode, message, eventsReceived: null, jsonPath };
}

function classOf(code: number | null, subcode: number | null): GraphAnswerClass {
  if (code !== null && code >= 80000 && code <= 80014) return 'rate';
  return classOfSubcode.get(subcode ?? -1) ?? classOfCode.get(code ?? -1) ?? 'unknown';
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function excerpt(status: number | null, body: string): string {
  const text = body
    .replace(/<[^>]{0,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return [status === null ? '' : `HTTP ${status}`, text].filter((part) => part !== '').join(': ');
}
