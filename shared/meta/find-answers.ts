/** Finds what Graph answered in a log record, and the mark by which the record can be joined to its request. */
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { findJson, isDeeper, numberIn, readWholeJson } from './json-in-text.ts';
import { onlyEventsUrlIn } from './record-context.ts';

export type FoundAnswer = {
  /** HTTP status; null where the record does not tell. */
  status: number | null;
  /** Graph's JSON. */
  body: string;
  /** What the logger gives request and response alike: Stape's `TraceId`, a request id. */
  traceId: string | null;
  datasetId: string | null;
};

const marks = ['events_received', 'fbtrace_id'] as const;
const maxDepth = 32;
const statusKeys = [
  'ResponseStatusCode',
  'response_status_code',
  'statusCode',
  'status_code',
  'status',
  'code',
] as const;
const traceKey =
  /"(?:TraceId|trace_?[iI]d|req_?[iI]d|request_?[iI]d|correlation_?[iI]d)\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}"?([^"\\,}\s]{1,200})/;

/** True where a record may hold an answer: a quick look. */
export function mayHoldAnswer(text: string): boolean {
  return marks.some((mark) => text.includes(mark));
}

/** The first answer in a record; null where there is none. Never throws. */
export function findAnswer(text: string): FoundAnswer | null {
  const mark = marks.find((candidate) => text.includes(candidate));
  if (mark === undefined) return null;
  const whole = readWholeJson(text);
  const values = whole === undefined ? findJson(text, mark).values : [whole];
  for (const value of values) {
    const found = search(value, statusInText(text), 0);
    if (found)
      return { ...found, body: JSON.stringify(found.answer), traceId: traceIdIn(text), datasetId: dataset(text) };
  }
  return null;
}

/** The mark that joins records of one exchange; null where the record has none. */
export function traceIdIn(text: string): string | null {
  return traceKey.exec(text)?.[1] ?? null;
}

type Hit = { answer: JsonObject; status: number | null };

function search(value: Json, status: number | null, depth: number): Hit | null {
  if (depth > maxDepth) return null;
  if (typeof value === 'string') return mayHoldAnswer(value) ? searchText(value, status, depth) : null;
  if (typeof value !== 'object' || value === null) return null;
  if (isJsonObject(value) && isAnswer(value)) return isDeeper(value, maxDepth) ? null : { answer: value, status };
  const inside = isJsonObject(value) ? (statusAmong(value) ?? status) : status;
  for (const inner of Object.values(value)) {
    const hit = search(inner, inside, depth + 1);
    if (hit) return hit;
  }
  return null;
}

function searchText(text: string, status: number | null, depth: number): Hit | null {
  const whole = readWholeJson(text);
  if (whole !== undefined) return search(whole, status, depth + 1);
  const mark = marks.find((candidate) => text.includes(candidate)) ?? '';
  for (const value of findJson(text, mark).values) {
    const hit = search(value, status ?? statusInText(text), depth + 1);
    if (hit) return hit;
  }
  return null;
}

function isAnswer(value: JsonObject): boolean {
  if (typeof value.events_received === 'number') return true;
  return isJsonObject(value.error) && typeof value.error.code === 'number' && 'fbtrace_id' in value.error;
}

function statusAmong(value: JsonObject): number | null {
  for (const key of statusKeys) {
    const status = numberIn(value[key]);
    if (Number.isInteger(status) && status >= 100 && status < 600) return status;
  }
  return null;
}

/** `code: 200` and `status=400` on a line, as WooCommerce and curl write it. */
function statusInText(text: string): number | null {
  const found = /^[ \t]*(?:code|status|HTTP\/[\d.]+)[ \t]*[:= ][ \t]*([1-5]\d\d)\b/im.exec(text);
  return found ? Number(found[1]) : null;
}

/** From an address, or as Stape words it: `Pixel ID: 123`. */
function dataset(text: string): string | null {
  return onlyEventsUrlIn(text)?.datasetId ?? /Pixel ID: (\d{4,20})/.exec(text)?.[1] ?? null;
}
