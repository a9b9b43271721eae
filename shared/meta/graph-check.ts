/** What Graph refuses about one event: required fields, age, a Purchase without value, unhashed or too little data. */
import type { TimeMs } from '../model/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { isInsufficient } from './customer-information.ts';
import { checkSource } from './graph-check-source.ts';
import { type GraphError, invalidParameter, wrongType } from './graph-error.ts';
import { asText, numberIn } from './json-in-text.ts';

const dayMs = 86_400_000;
/** Meta, server event parameters: an event may be seven days old when it is sent, one in a shop 62. */
export function maxAgeDays(actionSource: Json | undefined): number {
  return actionSource === 'physical_store' ? 62 : 7;
}

/** Meta, customer information parameters: these must be hashed with SHA-256. */
const hashedKeys = ['em', 'ph', 'fn', 'ln', 'ge', 'db', 'ct', 'st', 'zp', 'country'] as const;
/** A hash, with the suffix of Meta's Parameter Builder or without. */
const hash = /^[0-9a-f]{64}(?:\.[\w-]{2,8})?$/i;

/**
 * The first thing for which Graph would refuse the event; null where it would take it. `path` is its place in JSON,
 * `now` when it is sent. What Meta only warns about (a missing user agent or event_id, a future time) is no error.
 * Source of the rules: Meta, "Server event parameters", "Customer information parameters"; Graph's recorded errors.
 */
export function checkEvent(event: JsonObject, path: string, now: TimeMs): GraphError | null {
  return (
    checkRequired(event, path) ??
    checkTime(event, path, now) ??
    checkSource(event, path) ??
    checkValue(event, path) ??
    checkUserData(event, path)
  );
}

function checkRequired(event: JsonObject, path: string): GraphError | null {
  // Events about an earlier event (AppendValue, attribution) carry that event instead of an action source.
  const isAboutAnother = isJsonObject(event.original_event_data);
  const required = ['event_name', 'event_time', ...(isAboutAnother ? [] : ['action_source']), 'user_data'];
  for (const field of required) {
    if (!isGiven(event[field])) return missing(`${path}['${field}']`);
  }
  return isJsonObject(event.user_data) ? null : wrongType(`${path}['user_data']`, 'an object');
}

function checkTime(event: JsonObject, path: string, now: TimeMs): GraphError | null {
  const seconds = numberIn(event.event_time);
  if (!Number.isFinite(seconds)) return wrongType(`${path}['event_time']`, 'a Unix time in seconds');
  const days = maxAgeDays(event.action_source);
  if (now - seconds * 1000 <= days * dayMs) return null;
  const detail = `The parameter ${path}['event_time'] is more than ${days} days old. Send events sooner after they happen.`;
  return invalidParameter(2804003, 'Event Timestamp Too Old', detail);
}

function checkValue(event: JsonObject, path: string): GraphError | null {
  if (event.event_name !== 'Purchase') return null;
  const value = isJsonObject(event.custom_data) ? event.custom_data.value : undefined;
  if (isGiven(value) && Number.isFinite(numberIn(value))) return null;
  const detail = `A Purchase needs a number in ${path}['custom_data']['value'].`;
  return invalidParameter(2804009, 'Missing Value for Purchase Event', detail);
}

function checkUserData(event: JsonObject, path: string): GraphError | null {
  const user = isJsonObject(event.user_data) ? event.user_data : {};
  for (const key of hashedKeys) {
    if (isGiven(user[key]) && listOf(user[key]).some((value) => isGiven(value) && !hash.test(asText(value)))) {
      const detail = `The parameter ${path}['user_data']['${key}'] must be hashed with SHA-256.`;
      return invalidParameter(2804016, 'User Parameter Not Hashed', detail);
    }
  }
  const lead = user.lead_id;
  if (isGiven(lead) && !listOf(lead).every((value) => /^\d{15,17}$/.test(asText(value)))) {
    const detail = `The parameter ${path}['user_data']['lead_id'] must be a lead id of Meta's, which has 15 to 17 digits.`;
    return invalidParameter(2804036, 'Invalid Lead Id', detail);
  }
  if (!isInsufficient(Object.keys(user).filter((key) => listOf(user[key]).some(isGiven)))) return null;
  const detail = `The customer information in ${path}['user_data'] is not enough to match a person. Add em, ph, fbc, fbp or external_id.`;
  return invalidParameter(2804050, 'Insufficient Customer Information', detail);
}

function missing(path: string): GraphError {
  const detail = `Server-side API parameter error: The parameter ${path} is required`;
  return invalidParameter(2804019, 'Missing Required Parameter', detail);
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [value ?? null];
}

/** Meta takes null and an empty text for nothing. */
function isGiven(value: Json | undefined): value is Exclude<Json, null> {
  return value !== undefined && value !== null && value !== '';
}
