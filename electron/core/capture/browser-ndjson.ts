/** NDJSON of browser calls, one call a line: the form that scripts write and that exports have. */
import type { BrowserCallFact, InputId } from '../../../shared/model/fact.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../../shared/model/json.ts';
import { factsOfCall, type RecordedCall, type RecordStep } from './recorded-call.ts';

const knownKeys = new Set([
  'at',
  'method',
  'url',
  'contentType',
  'body',
  'bodyCharset',
  'bodyState',
  'status',
  'error',
  'held',
  'page',
  'userAgent',
  'cookies',
]);

/** Facts of one line; none for a call that is not Meta's, a problem for a line that is no call. Never throws. */
export function readBrowserCallLine(line: string, place: string, input: InputId): RecordStep {
  const call = parseLine(line, place);
  if (typeof call === 'string') return { facts: [{ kind: 'problem', input, place, reason: call }], isUsable: false };
  const facts = factsOfCall(input, call);
  return { facts, isUsable: !facts.some(({ kind }) => kind === 'problem') };
}

/** The line of a call, without its line end; `end` is what was learned of its answer later. The inverse of reading. */
export function browserCallLine(fact: BrowserCallFact, end?: Pick<BrowserCallFact, 'status' | 'error'>): string {
  const { status, error } = end ?? fact;
  const { fbp, fbc } = fact.cookies ?? { fbp: null, fbc: null };
  const all: Record<string, Json | undefined> = {
    at: fact.at === null ? null : new Date(fact.at).toISOString(),
    method: fact.method,
    url: fact.url,
    contentType: fact.contentType,
    body: fact.body,
    bodyCharset: fact.bodyCharset === 'utf8' ? null : fact.bodyCharset,
    bodyState: fact.bodyState === 'whole' ? null : fact.bodyState,
    status,
    error,
    held: fact.held || null,
    page: fact.page,
    userAgent: fact.userAgent,
    cookies: fact.cookies && { ...(fbp !== null && { _fbp: fbp }), ...(fbc !== null && { _fbc: fbc }) },
  };
  return JSON.stringify(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)));
}

/** True for a line of this form: a call with an address and no key that only another log would have. */
export function isBrowserCallLine(value: Json | undefined): boolean {
  if (!isJsonObject(value) || typeof value.url !== 'string') return false;
  return /^https?:\/\//i.test(value.url) && Object.keys(value).every((key) => knownKeys.has(key));
}

function parseLine(line: string, place: string): RecordedCall | string {
  const value = parseJson(line);
  if (value === undefined) return 'the line is not JSON';
  if (!isJsonObject(value)) return 'the line is not a JSON object';
  if (typeof value.url !== 'string') return 'the line has no url';
  const body = bodyOf(value.body);
  if (body === undefined) return 'its body is nested too deeply to be one of a Pixel call';
  const status = Number(value.status ?? 0);
  return {
    place,
    at: timeOf(value.at),
    method: textOf(value, 'method') ?? (value.body ? 'POST' : 'GET'),
    url: value.url,
    contentType: textOf(value, 'contentType'),
    body,
    bodyCharset: value.bodyCharset === 'latin1' ? 'latin1' : 'utf8',
    bodyState: value.bodyState === 'cut' ? 'cut' : 'whole',
    status: Number.isInteger(status) && status > 0 ? status : null,
    error: textOf(value, 'error'),
    held: value.held === true,
    page: textOf(value, 'page'),
    userAgent: textOf(value, 'userAgent'),
    cookies: cookiesOf(value.cookies),
    answerBody: null,
  };
}

function textOf(object: JsonObject, key: string): string | null {
  const value = object[key];
  return typeof value === 'string' ? value : null;
}

/** A JSON body may stand in the line as it is, instead of as text; undefined where it is deeper than can be written. */
function bodyOf(value: Json | undefined): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** ISO 8601, or milliseconds. */
function timeOf(value: Json | undefined): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : value;
  return typeof time === 'number' && Number.isFinite(time) ? time : null;
}

/** An object by cookie name, or the text of a Cookie header. */
function cookiesOf(value: Json | undefined): RecordedCall['cookies'] {
  if (value === undefined || value === null) return null;
  const read = (name: string): string | null => {
    if (isJsonObject(value)) return textOf(value, name) || textOf(value, name.slice(1)) || null;
    return new RegExp(`(?:^|;)\\s*${name}=([^;]+)`).exec(String(value))?.[1] ?? null;
  };
  return { fbp: read('_fbp'), fbc: read('_fbc') };
}
