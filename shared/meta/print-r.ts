/** Reads what PHP's print_r wrote of an array, on many lines or on one. */
import type { Json, JsonObject } from '../model/json.ts';

/**
 * print_r writes numbers, texts and truths alike. These fields are numbers to Meta (server event and custom data
 * parameters), all others stay text: ids and hashes must not change.
 */
const numeric = new Set([
  'event_time',
  'value',
  'predicted_ltv',
  'net_revenue',
  'item_price',
  'quantity',
  'num_items',
  'data_processing_options_country',
  'data_processing_options_state',
]);

const start = /(?:\bArray| Object)\s*\(/g;
const key = /\s*\[([^\]\n]{0,200})\] => ?/y;
const nested = /(?:Array|[\w\\]{1,200} Object)\s*\(/y;
const close = /\s*\)/y;
/** A value on many lines ends at the line of the next key; on one line at the next key. */
const endOnLines = /\r?\n[ \t]*(?=\[[^\]\n]{0,200}\] =>|\)[ \t]*(?:\r?\n|$))|\r?\n?$/g;
const endOnOne = /(?=\s\[[^\]\n]{0,200}\] =>|\s\)(?:\s|$))|$/g;
const maxDepth = 32;

/** The outermost arrays in a text that hold `needle` as a key or value. Never throws; what is cut ends where the text does. */
export function findPrinted(text: string, needle: string): Json[] {
  const values: Json[] = [];
  start.lastIndex = 0;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const reading: Reading = {
      text,
      at: start.lastIndex,
      isOneLine: !/^[ \t]*\r?\n/.test(text.slice(start.lastIndex, start.lastIndex + 80)),
    };
    const before = reading.at;
    const value = readArray(reading, 0);
    if (text.slice(before, reading.at).includes(needle)) values.push(value);
    start.lastIndex = Math.max(reading.at, before);
  }
  return values;
}

type Reading = { text: string; at: number; isOneLine: boolean };

function readArray(reading: Reading, depth: number): Json {
  const fields: JsonObject = {};
  for (let name = take(key, reading); name; name = take(key, reading)) {
    // `[event_name:protected]`, as objects show their fields.
    const field = (name[1] ?? '').replace(/:.*$/, '');
    Object.defineProperty(fields, field, {
      value: readValue(reading, field, depth),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  take(close, reading);
  const names = Object.keys(fields);
  return names.length > 0 && names.every((name, index) => name === String(index)) ? Object.values(fields) : fields;
}

function readValue(reading: Reading, field: string, depth: number): Json {
  if (depth < maxDepth && take(nested, reading)) return readArray(reading, depth + 1);
  const end = reading.isOneLine ? endOnOne : endOnLines;
  end.lastIndex = reading.at;
  const found = end.exec(reading.text);
  const value = reading.text.slice(reading.at, found?.index);
  reading.at = found?.index ?? reading.text.length;
  return numeric.has(field) && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}

function take(pattern: RegExp, reading: Reading): RegExpExecArray | null {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.text);
  if (found) reading.at = pattern.lastIndex;
  return found;
}
