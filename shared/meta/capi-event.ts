/** Reads one event object of a Conversions API request, field by field; what does not fit is kept and named. */
import type { TimeMs } from '../model/fact.ts';
import { isJsonObject, type Json, type JsonObject, setOwn } from '../model/json.ts';
import { asText, isDeeper, numberIn, readWholeJson } from './json-in-text.ts';
import { readTime } from './record-context.ts';
import { sharedText } from './remembered.ts';

export type CapiEvent = {
  eventName: string;
  eventId: string | null;
  /** Null where the event tells no time that can be read. */
  time: TimeMs | null;
  actionSource: string | null;
  url: string | null;
  userAgent: string | null;
  ip: string | null;
  fbp: string | null;
  fbc: string | null;
  userData: Record<string, string[]>;
  customData: JsonObject;
  /** Fields without a place above, and originals of those that had to be converted. */
  other: JsonObject;
  damage: string[];
};

/** Values nested deeper are kept as text: no reader behind this one may run out of stack. */
const maxDepth = 50;

const own = new Set([
  'event_name',
  'event_id',
  'event_time',
  'event_source_url',
  'action_source',
  'user_data',
  'custom_data',
]);

/** Never throws: a field of the wrong kind goes to `other` as it is, with a line in `damage`. */
export function readCapiEvent(event: JsonObject): CapiEvent {
  const notes: Notes = { other: {}, damage: [] };
  for (const key in event) if (!own.has(key)) setOwn(notes.other, key, shallow(event[key] ?? null));
  const user = readObject(event, 'user_data', notes);
  return {
    eventName: readName(event, notes),
    eventId: readText(event, 'event_id', notes),
    time: readEventTime(event.event_time ?? null, notes),
    actionSource: readText(event, 'action_source', notes),
    url: shared(readText(event, 'event_source_url', notes)),
    userAgent: shared(firstText(user.client_user_agent)),
    ip: firstText(user.client_ip_address),
    fbp: firstText(user.fbp),
    fbc: firstText(user.fbc),
    userData: readUserData(user),
    customData: readObject(event, 'custom_data', notes),
    other: notes.other,
    damage: notes.damage,
  };
}

function shared(text: string | null): string | null {
  return text === null ? null : sharedText(text);
}

type Notes = Pick<CapiEvent, 'other' | 'damage'>;

function readName(event: JsonObject, notes: Notes): string {
  const name = readText(event, 'event_name', notes);
  if (name === null) notes.damage.push('event_name is missing');
  return name ?? '';
}

function readText(event: JsonObject, field: string, notes: Notes): string | null {
  const value = event[field] ?? null;
  if (value === null) return null;
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(value);
  setOwn(notes.other, field, shallow(value));
  if (value !== '') notes.damage.push(`${field} is not text`);
  return null;
}

/** Unix seconds by Meta's rule; milliseconds and ISO text are common mistakes, read and named. */
function readEventTime(value: Json, notes: Notes): TimeMs | null {
  if (value === null) {
    notes.damage.push('event_time is missing');
    return null;
  }
  const at = readTime(value) ?? smallSeconds(value);
  const inSeconds = at !== null && Math.trunc(numberIn(value)) === Math.trunc(at / 1000);
  if (inSeconds) return at;
  notes.other.event_time = shallow(value);
  if (at === null) notes.damage.push('event_time is not a time');
  else if (numberIn(value) > 0) notes.damage.push('event_time is not in seconds');
  else notes.damage.push('event_time is not a number of seconds');
  return at;
}

/** Seconds before 2001, as a test system or a cut number has them. */
function smallSeconds(value: Json): TimeMs | null {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d{1,9}$/.test(value));
  const seconds = isNumber ? Math.trunc(numberIn(value)) : Number.NaN;
  // A tiny negative number is -0 here, which no store keeps apart from 0.
  return seconds >= 0 && seconds < 1e9 ? seconds * 1000 + 0 : null;
}

function readObject(event: JsonObject, field: string, notes: Notes): JsonObject {
  const value = event[field] ?? null;
  const object = typeof value === 'string' ? (readWholeJson(value) ?? value) : value;
  if (isJsonObject(object)) {
    if (!isDeeper(object, maxDepth + 1)) return object;
    return Object.fromEntries(Object.entries(object).map(([key, inner]) => [key, shallow(inner)]));
  }
  const isEmptyList = Array.isArray(object) && object.length === 0; // PHP writes an empty map as []
  if (value !== null && !isEmptyList) {
    setOwn(notes.other, field, shallow(value));
    notes.damage.push(`${field} is not an object`);
  }
  return {};
}

/** Parameters of user_data that have a field of their own in the event. */
const ownUserData = new Set(['client_ip_address', 'client_user_agent', 'fbp', 'fbc']);

function readUserData(user: JsonObject): Record<string, string[]> {
  const userData: Record<string, string[]> = {};
  for (const key in user) {
    const texts = ownUserData.has(key) ? [] : textsOf(user[key] ?? null);
    if (texts.length > 0) setOwn(userData, key, texts);
  }
  return userData;
}

function textsOf(value: Json): string[] {
  if (value === null) return [];
  if (Array.isArray(value)) return isTexts(value) ? value : value.flatMap(textsOf);
  return [asText(value)];
}

function isTexts(list: readonly Json[]): list is string[] {
  return list.every((value) => typeof value === 'string');
}

function firstText(value: Json | undefined): string | null {
  return textsOf(value ?? null)[0] || null;
}

function shallow(value: Json): Json {
  return isDeeper(value, maxDepth) ? '(nested too deep to be shown)' : value;
}
