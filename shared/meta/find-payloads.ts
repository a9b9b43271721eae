/** Finds Conversions API events in a log record by their structure, whatever is wrapped around them. */
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { readCapiBody } from './capi-body.ts';
import { withoutLoggerEscapes } from './curl-logger.ts';
import { findJson, readWholeJson, unescapeOnce } from './json-in-text.ts';
import { findPrinted } from './print-r.ts';
import { contextWithin, noContext, onlyEventsUrlIn, type RecordContext, timeInText } from './record-context.ts';

type FoundEvent = { event: Json; context: RecordContext };

export type Payloads = {
  events: FoundEvent[];
  /** Why the record, or a part of it, could not be read, in words for people. */
  problems: string[];
  /** The record ends in the middle of its payload. */
  isCut: boolean;
};

const needle = 'event_name';
const maxDepth = 64;
const maxTextLevels = 8;
/** `event_name` as a key, in JSON at any level of escaping, in a form, or as other languages print it. */
const asKey = /event_name(?:\\*["'`]|%(?:25)*22|&quot;|\]|%5D)?\s*(?::|=|%3A|%3D)/i;
const otherKey = /event_time|action_source|user_data/;
/** As print_r writes a key; objects add who may see it. */
const printedKey = /\[event_name(?::[\w\\:]{1,200})?\] =>/;
/** JSON in a field of a CSV file: every quote is doubled. */
const doubledKey = /""event_name""\s*:/;
const printed = /event_name(?:'\s*:|'\s*=>|\]\s*=>|\s*:\s*')|\["event_name"\]\s*=>/;

/** True where a record may hold a payload: a quick look that never says no to a real one. */
function mayHoldPayload(text: string): boolean {
  return text.includes(needle) && otherKey.test(text);
}

/**
 * Reads a record: plain JSON, JSON inside strings (eight levels), behind text, in form bodies, in curl commands, in CSV
 * fields, and what PHP's print_r wrote. An
 * event is an object with `event_name` and one of `event_time`, `action_source`, `user_data`. Never throws.
 */
export function findPayloads(text: string): Payloads {
  const found: Payloads = { events: [], problems: [], isCut: false };
  if (!mayHoldPayload(text)) return found;
  readText(text, { found, context: noContext, level: 0 });
  if (found.events.some(({ context }) => context.datasetId === null)) addDataset(found.events, text);
  return found;
}

type Search = { found: Payloads; context: RecordContext; level: number };

function readText(text: string, search: Search): void {
  if (!text.includes(needle) || search.level > maxTextLevels) return;
  const whole = /^\s*[[{"]/.test(text) ? readWholeJson(text) : undefined;
  if (whole !== undefined) readValue(whole, search, 0);
  else readMixed(text, search);
}

/** A text that is not JSON as a whole: JSON values in it, form bodies in it, or JSON that lost its outer quotes. */
function readMixed(written: string, search: Search): void {
  const text = doubledKey.test(written) ? written.replaceAll('""', '"') : withoutLoggerEscapes(written);
  const before = search.found.events.length;
  const inText = { ...search, context: contextOfText(text, search.context) };
  const isCut = readParts(text, inText);
  if (search.found.events.length > before) search.found.isCut ||= isCut;
  else if (/event_name\\+"/.test(text)) readText(unescapeOnce(text), { ...search, level: search.level + 1 });
  else if (asKey.test(text) && otherKey.test(text)) search.found.problems.push(reasonFor(text, isCut));
}

/** Reads the JSON values or form bodies in a text; true where one of them has no end. */
function readParts(text: string, search: Search): boolean {
  if (/event_name(?:%(?:25)*22|%5D|\]=)/i.test(text)) {
    readForms(text, search);
    return false;
  }
  if (printedKey.test(text)) {
    for (const value of findPrinted(text, needle)) readValue(value, search, 0);
    return false;
  }
  const { values, isCut } = findJson(text.replaceAll(`'\\''`, "'"), needle);
  for (const value of values) readValue(value, search, 0);
  return isCut;
}

/** Each run of characters without white space or quotes around the needle is a form body, or a URL with one. */
function readForms(text: string, search: Search): void {
  const outside = /[\s"'`<>]/;
  for (let hit = text.indexOf(needle); hit !== -1; ) {
    let start = hit;
    while (start > 0 && !outside.test(text.charAt(start - 1))) start--;
    let end = hit;
    while (end < text.length && !outside.test(text.charAt(end))) end++;
    const body = text.slice(start, end).replace(/^[^?=&]*\?/, '');
    const { fields, events } = readCapiBody(body, null);
    readValue(fields === null ? null : { ...fields, ...(events && { data: events }) }, search, 0);
    hit = text.indexOf(needle, end);
  }
}

function readValue(value: Json, search: Search, depth: number): void {
  if (typeof value === 'string') readText(value, { ...search, level: search.level + 1 });
  else if (Array.isArray(value)) readList(value, search, depth);
  else if (isJsonObject(value)) readObject(value, search, depth);
}

function readObject(value: JsonObject, search: Search, depth: number): void {
  if (isEvent(value)) {
    search.found.events.push({ event: value, context: search.context });
    return;
  }
  if (depth > maxDepth) return;
  const context = contextWithin(value, search.context);
  const inside = context === search.context ? search : { ...search, context };
  for (const key in value) {
    if (key !== 'original_event_data') readValue(value[key] ?? null, inside, depth + 1);
  }
}

/** In a list with an event every element was meant to be one, also those that lack what makes an event. */
function readList(list: Json[], search: Search, depth: number): void {
  if (depth > maxDepth) return;
  if (list.some((element) => isJsonObject(element) && isEvent(element))) {
    for (const event of list) search.found.events.push({ event, context: search.context });
  } else for (const element of list) readValue(element, search, depth + 1);
}

function isEvent(value: JsonObject): boolean {
  return 'event_name' in value && ('event_time' in value || 'action_source' in value || 'user_data' in value);
}

function contextOfText(text: string, outer: RecordContext): RecordContext {
  const found = onlyEventsUrlIn(text);
  return {
    ...outer,
    url: found?.url ?? outer.url,
    datasetId: found?.datasetId ?? outer.datasetId,
    at: outer.at ?? timeInText(text),
  };
}

/** Where the address stands away from the payload (`{request: {url}, body: …}`), the record's only one counts. */
function addDataset(events: FoundEvent[], text: string): void {
  const only = onlyEventsUrlIn(text);
  if (!only) return;
  for (const found of events) {
    if (found.context.datasetId === null) found.context = { ...found.context, ...only };
  }
}

function reasonFor(text: string, isCut: boolean): string {
  if (printed.test(text)) {
    return 'The payload is printed as a JavaScript, Python or PHP value; log it as JSON (JSON.stringify, json.dumps, json_encode).';
  }
  if (isCut) return 'The payload is cut: its JSON does not end in this record.';
  return 'It looks like a Conversions API payload, but its JSON cannot be read.';
}
