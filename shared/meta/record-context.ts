/** What a log record tells about the payload in it: where it was sent, when, and with which request fields. */
import type { TimeMs } from '../model/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { isDeeper } from './json-in-text.ts';
import { remembering } from './remembered.ts';

export type RecordContext = {
  /** Without its query; a path where the record names no host. */
  url: string | null;
  datasetId: string | null;
  at: TimeMs | null;
  /** The request's fields beside `data`: `test_event_code`, `partner_agent`, `upload_id`, … */
  request: JsonObject;
};

export const noContext: RecordContext = { url: null, datasetId: null, at: null, request: {} };

/** What a key says about the payload beside or below it. */
const meaningOfKey = new Map<string, 'request' | 'time' | 'dataset'>([
  // Fields of a Conversions API request beside `data` (Meta, main body parameters).
  ['test_event_code', 'request'],
  ['partner_agent', 'request'],
  ['namespace_id', 'request'],
  ['upload_id', 'request'],
  ['upload_tag', 'request'],
  ['upload_source', 'request'],
  ['platforms', 'request'],
  ['progress', 'request'],
  // Where loggers put the time of a record.
  ['timestamp', 'time'],
  ['@timestamp', 'time'],
  ['time', 'time'],
  ['ts', 'time'],
  ['datetime', 'time'],
  ['date', 'time'],
  ['timestampInMs', 'time'],
  ['__REALTIME_TIMESTAMP', 'time'],
  // How applications name the dataset beside the payload.
  ['pixel_id', 'dataset'],
  ['pixelId', 'dataset'],
  ['pixelID', 'dataset'],
  ['PixelId', 'dataset'],
  ['dataset_id', 'dataset'],
  ['datasetId', 'dataset'],
]);

const S = String.raw`(?:\\{0,16}/|%2[Ff])`;
const colon = '(?::|%3[Aa])';
/**
 * `…/v25.0/<dataset>/events`, `graph.facebook.com/<dataset>/events`, `…/capi/<dataset>/events`; slashes may be escaped.
 * `events` comes first and the rest as a lookbehind: the engine jumps from `events` to `events` and reads backwards.
 */
const eventsUrl = new RegExp(
  `events(?![\\w-])(?<=(?:(https?)${colon}${S}{2}([\\w.-]{1,255}(?:${colon}\\d{1,5})?))?(?:${S}(v\\d{1,4}(?:\\.\\d{1,4})?|capi))?${S}(\\d{4,20})${S}events)`,
  'g',
);

export type EventsUrl = { url: string; datasetId: string };

/** All addresses of a Conversions API in a text: Graph's, a gateway's ingress, or a path alone. */
function eventsUrlsIn(text: string): EventsUrl[] {
  const found: EventsUrl[] = [];
  for (const [, scheme, host, version, datasetId = ''] of text.matchAll(eventsUrl)) {
    if (!version && !/^graph\b/i.test(host ?? '')) continue;
    const origin = host ? `${scheme}://${host.replace(/%3A/i, ':')}` : '';
    found.push({ url: `${origin}${version ? `/${version}` : ''}/${datasetId}/events`, datasetId });
  }
  return found;
}

/** The address that a text names, if it names only one; a text about several datasets tells nothing. */
export function onlyEventsUrlIn(text: string): EventsUrl | null {
  return text.includes('events') ? readOnlyEventsUrl(text) : null;
}

const readOnlyEventsUrl = remembering((text): EventsUrl | null => {
  const [first, ...others] = eventsUrlsIn(text);
  return first && others.every(({ datasetId }) => datasetId === first.datasetId) ? first : null;
});

/** Context for what is inside `object`: the nearest address counts, but the outermost time. */
export function contextWithin(object: JsonObject, outer: RecordContext): RecordContext {
  let context = outer;
  for (const key in object) {
    const told = toldBy(key, object[key] ?? null, context);
    // The copy is made once: most objects of a record tell nothing.
    if (told !== null) context = context === outer ? { ...outer, ...told } : Object.assign(context, told);
  }
  return context;
}

function toldBy(key: string, value: Json, context: RecordContext): Partial<RecordContext> | null {
  if (value === null) return null;
  switch (meaningOfKey.get(key)) {
    case 'request':
      return isDeeper(value, 8) ? null : { request: { ...context.request, [key]: value } };
    case 'time': {
      const at = context.at === null ? readTime(value) : null;
      return at === null ? null : { at };
    }
    case 'dataset':
      return isDatasetId(value) ? { datasetId: String(value) } : null;
    default:
      return typeof value === 'string' && value.length < 4096 ? onlyEventsUrlIn(value) : null;
  }
}

function isDatasetId(value: Json): boolean {
  return (typeof value === 'string' || typeof value === 'number') && /^\d{4,20}$/.test(String(value));
}

/** The fields of a request beside `data`; null where there are none. */
export function requestAmong(fields: JsonObject): JsonObject | null {
  const found = Object.entries(fields).filter(([key, value]) => value !== null && meaningOfKey.get(key) === 'request');
  return found.length > 0 ? Object.fromEntries(found) : null;
}

/** A log's time: seconds, ms, µs or ns since 1970, ISO text (UTC where it names no zone), Monolog's `{date}`. */
export function readTime(value: Json | undefined): TimeMs | null {
  if (typeof value === 'number') return readEpoch(value);
  if (isJsonObject(value)) return typeof value.date === 'string' ? readTime(value.date) : null;
  if (typeof value !== 'string') return null;
  if (/^\d{9,19}(?:\.\d+)?$/.test(value)) return readEpoch(Number(value));
  const iso = isoTime.exec(value);
  return iso ? isoToMs(iso) : null;
}

/** The time at the start of the first line that has one: ISO, in brackets or not, or as web servers write it. */
export function timeInText(text: string): TimeMs | null {
  const line = lineTime.exec(text);
  return line ? isoToMs(line) : null;
}

const iso = String.raw`(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?\s?(Z|UTC|[+-]\d\d:?\d\d)?`;
const isoTime = new RegExp(`^${iso}`);
const lineTime = new RegExp(`^"?[^\\n{}"]{0,80}?(?<!\\d)${iso}`, 'm');

function isoToMs([, day, clock, fraction = '', zone = 'Z']: RegExpExecArray): TimeMs | null {
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const ms = Date.parse(`${day}T${clock}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`);
  return Number.isNaN(ms) ? null : ms;
}

/** Epoch numbers between 2001 and 2286, told apart by their size. */
function readEpoch(value: number): TimeMs | null {
  for (const unitsPerSecond of [1, 1e3, 1e6, 1e9]) {
    const seconds = value / unitsPerSecond;
    if (seconds >= 1e9 && seconds < 1e10) return Math.trunc(seconds * 1000);
  }
  return null;
}
