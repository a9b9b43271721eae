/** Finds JSON values that stand somewhere in a text: behind a log prefix, in a shell command, in a cut record. */
import { type Json, parseJson } from '../model/json.ts';
import { readJsonText } from './json-text.ts';

/** Every failed start costs one more walk over the text; real records need a handful. */
const maxFailures = 32;

/** Numbers that JSON.parse would round: `"event_id": 12345678901234567890`. */
const bigInteger = /[:,[]\s*-?\d{16}/;

export type JsonInText = { values: Json[]; isCut: boolean };

/** Reads a whole JSON text; integers of 16 digits and more become text. Undefined where it is not JSON. */
export function readWholeJson(text: string): Json | undefined {
  if (!bigInteger.test(text)) return parseJson(text);
  const value = readJsonText(text);
  return typeof value === 'string' ? undefined : value;
}

/**
 * The JSON objects and lists in a text that contain `needle`, outermost first. `isCut`: one of them has no end; then
 * the whole values inside it are returned. Values under `original_event_data` do not stand for themselves.
 */
export function findJson(text: string, needle: string): JsonInText {
  const values: Json[] = [];
  let isCut = false;
  let from = 0;
  let failures = 0;
  let hit = text.indexOf(needle);
  while (hit !== -1 && failures < maxFailures) {
    const start = nextOpener(text, from, hit);
    if (start === -1) {
      from = hit + needle.length;
      hit = text.indexOf(needle, from);
      continue;
    }
    const end = balancedEnd(text, start);
    if (end !== -1 && end <= hit) {
      from = end;
      continue;
    }
    const value = end === -1 ? undefined : readWholeJson(text.slice(start, end));
    if (value === undefined) {
      failures++;
      isCut ||= end === -1;
      from = start + 1;
      continue;
    }
    if (!/original_event_data\\*"\s*:\s*$/.test(text.slice(Math.max(0, start - 60), start))) values.push(value);
    from = end;
    hit = text.indexOf(needle, from);
  }
  return { values, isCut };
}

/** True where values are nested deeper than `depth`: hostile, as recursive readers would run out of stack. */
export function isDeeper(value: Json, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}

/** A number or a text with a number in it; NaN for all else. `Number` would throw on `{"toString": null}`. */
export function numberIn(value: Json | undefined): number {
  if (typeof value === 'string') return value.trim() === '' ? Number.NaN : Number(value);
  return typeof value === 'number' ? value : Number.NaN;
}

/** A text as it is, everything else as JSON. `String` would throw on `{"toString": null}`. */
export function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Position behind the bracket that closes the one at `start`; -1 where the text ends before. Knows JSON strings. */
function balancedEnd(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 34) {
      index = stringEnd(text, index);
      if (index === -1) return -1;
    } else if (code === 123 || code === 91) depth++;
    else if ((code === 125 || code === 93) && --depth === 0) return index + 1;
  }
  return -1;
}

/** Takes one level of JSON escapes off a text that lost its outer quotes. */
export function unescapeOnce(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (_all, escaped: string) => {
    if (escaped.length === 5) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return controls.get(escaped) ?? escaped;
  });
}

const controls = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

function nextOpener(text: string, from: number, until: number): number {
  for (let index = from; index < until; index++) {
    const code = text.charCodeAt(index);
    if (code === 123 || code === 91) return index;
  }
  return -1;
}

function stringEnd(text: string, open: number): number {
  for (let index = text.indexOf('"', open + 1); index !== -1; index = text.indexOf('"', index + 1)) {
    let before = index - 1;
    while (text.charCodeAt(before) === 92) before--;
    if ((index - before) % 2 === 1) return index;
  }
  return -1;
}
