/** Turns the parameters of one `/tr` call into one browser event. */
import type { BrowserEvent, DecodedBrowserEvent } from '../model/event.ts';
import type { BrowserCallFact, TimeMs } from '../model/fact.ts';
import { type Json, type JsonObject, setOwn } from '../model/json.ts';
import { isAutomaticEvent } from './automatic.ts';
import { readBracketKey, readGroups } from './brackets.ts';
import type { Param, Params } from './form.ts';
import type { MetaUrlKind } from './meta-hosts.ts';
import { isMultipart } from './multipart.ts';
import { browserOutcome } from './outcome.ts';
import { sharedText } from './remembered.ts';

/** Parameters that have a field of their own in the event; all others stay in `other` under their own names. */
const ownField = new Set(['id', 'ev', 'eid', 'ts', 'dl', 'fbp', 'fbc']);

/** Groups with customer information, best first: given by the site, then found in forms by the script. */
const customerGroups = ['ud', 'aud', 'udff', 'audff'] as const;

/** The last value of a parameter, as servers take it; null where it is missing or empty. */
export function lastValue(params: readonly Param[], key: string): string | null {
  for (let index = params.length - 1; index >= 0; index -= 1) {
    const param = params[index];
    if (param?.key === key) return param.value || null;
  }
  return null;
}

/** A call's parameters, and what its URL says that it is. */
export type PixelCall = Params & { kind: MetaUrlKind };

/** `eventName` is the call's `ev`, which the caller has found to be there. */
export function readPixelEvent(fact: BrowserCallFact, call: PixelCall, eventName: string): DecodedBrowserEvent {
  const { params } = call;
  const groups = readGroups(params);
  const datasetId = lastValue(params, 'id');
  const time = readTime(lastValue(params, 'ts'));
  const damage = [...call.damage];
  if (datasetId === null) damage.push('the call names no dataset: its id is missing');
  if (time === 'unreadable') damage.push('its ts is not a time in milliseconds; the time it was seen is taken instead');
  return {
    ...callBase(fact, typeof time === 'number' ? time : null),
    datasetId,
    eventName,
    eventId: lastValue(params, 'eid'),
    role: roleOf(call, eventName),
    transport: transportOf(fact, params),
    url: shared(lastValue(params, 'dl')),
    fbp: lastValue(params, 'fbp'),
    fbc: lastValue(params, 'fbc'),
    userData: readCustomer(groups),
    customData: groups.get('cd') ?? {},
    other: Object.assign(otherParams(params), cookieEvidence(fact)),
    damage,
  };
}

type CallBase = Pick<
  DecodedBrowserEvent,
  'side' | 'at' | 'hasOwnTime' | 'seenAt' | 'source' | 'userAgent' | 'fact' | 'outcome' | 'answer'
>;

/** What every event of a call has from the call itself. Where neither tells a time, it is the epoch. */
export function callBase(fact: BrowserCallFact, ownTime: TimeMs | null): CallBase {
  return {
    side: 'browser',
    at: ownTime ?? fact.at ?? 0,
    hasOwnTime: ownTime !== null,
    seenAt: fact.at,
    source: { input: fact.input, at: fact.place },
    userAgent: shared(fact.userAgent),
    fact: fact.key,
    ...browserOutcome(fact),
  };
}

function shared(text: string | null): string | null {
  return text === null ? null : sharedText(text);
}

/** The site's cookies beside the call: evidence of what the browser had, not part of what was sent. */
export function cookieEvidence(fact: BrowserCallFact): Record<string, Json> {
  const evidence: Record<string, Json> = {};
  if (fact.cookies?.fbp) evidence['_fbp cookie'] = fact.cookies.fbp;
  if (fact.cookies?.fbc) evidence['_fbc cookie'] = fact.cookies.fbc;
  return evidence;
}

/** Milliseconds between the years 2001 and 2099, which seconds and other numbers do not look like. */
function readTime(text: string | null): TimeMs | null | 'unreadable' {
  if (text === null) return null;
  const ms = /^\d{13}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  return ms >= 1e12 && ms < 4.1e12 ? ms : 'unreadable';
}

function roleOf({ kind, params }: PixelCall, eventName: string): BrowserEvent['role'] {
  if (kind === 'copy-endpoint' || lastValue(params, 'rqm') === 'FGET') return 'copy';
  return isAutomaticEvent(eventName, params) ? 'automatic' : 'event';
}

/** `rqm` is the script's own word for its transport; hand-written tags have none. */
const transports: ReadonlyMap<string, BrowserEvent['transport']> = new Map([
  ['GET', 'image'],
  ['FGET', 'image'],
  ['SB', 'beacon'],
  ['formPOST', 'form'],
  ['fetch', 'fetch'],
  ['xhr', 'fetch'],
]);

function transportOf(fact: BrowserCallFact, params: readonly Param[]): BrowserEvent['transport'] {
  if (lastValue(params, 'noscript') === '1') return 'noscript';
  const named = transports.get(lastValue(params, 'rqm') ?? '');
  if (named) return named;
  if (fact.method.toUpperCase() === 'GET') return 'image';
  if (isMultipart(fact.contentType, fact.body ?? '')) return 'beacon';
  return /^text\/plain/i.test(fact.contentType ?? '') ? 'beacon' : 'form';
}

function readCustomer(groups: ReadonlyMap<string, JsonObject>): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const name of customerGroups) {
    const group = groups.get(name);
    for (const key in group) {
      const values = texts(group[key] ?? null);
      if (values.length > 0 && !Object.hasOwn(found, key)) setOwn(found, key, values);
    }
  }
  return found;
}

/** Every text in a value, nested ones included, without the empty ones. */
export function texts(value: Json): string[] {
  if (value === null || value === '') return [];
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === 'object' ? Object.values(value).flatMap(texts) : [String(value)];
}

/** Everything without a field of its own, and what was sent more than once with different values. */
function otherParams(params: readonly Param[]): Record<string, Json> {
  const other: Record<string, string | string[]> = {};
  for (const { key, value } of params) {
    if (readBracketKey(key)?.group === 'cd' || (ownField.has(key) && !isOddField(key, params))) continue;
    const before = Object.hasOwn(other, key) ? other[key] : undefined;
    if (Array.isArray(before)) before.push(value);
    else setOwn(other, key, before === undefined ? value : [before, value]);
  }
  return other;
}

/** Its own field of the event does not tell all that was sent. */
function isOddField(key: string, params: readonly Param[]): boolean {
  const last = lastValue(params, key);
  if (last === null || params.some((param) => param.key === key && param.value !== last)) return true;
  return key === 'ts' && readTime(last) === 'unreadable';
}
