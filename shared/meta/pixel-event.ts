/** Turns the parameters of one `/tr` call into one browser event. */
import type { BrowserEvent, DecodedBrowserEvent } from '../model/event.ts';
import type { BrowserCallFact, TimeMs } from '../model/fact.ts';
import type { Json } from '../model/json.ts';
import { isAutomaticEvent } from './automatic.ts';
import { readBracketKey, readGroup } from './brackets.ts';
import type { Param, Params } from './form.ts';
import { classifyUrl } from './meta-hosts.ts';
import { isMultipart } from './multipart.ts';
import { browserOutcome } from './outcome.ts';

/** Parameters that have a field of their own in the event; all others stay in `other` under their own names. */
const ownField = new Set(['id', 'ev', 'eid', 'ts', 'dl', 'fbp', 'fbc']);

/** Groups with customer information, best first: given by the site, then found in forms by the script. */
const customerGroups = ['ud', 'aud', 'udff', 'audff'] as const;

/** The last value of a parameter, as servers take it; null where it is missing or empty. */
export function lastValue(params: readonly Param[], key: string): string | null {
  return params.findLast((param) => param.key === key)?.value || null;
}

/** `eventName` is the call's `ev`, which the caller has found to be there. */
export function readPixelEvent(fact: BrowserCallFact, read: Params, eventName: string): DecodedBrowserEvent {
  const { params } = read;
  const datasetId = lastValue(params, 'id');
  const time = readTime(lastValue(params, 'ts'));
  const damage = [...read.damage];
  if (datasetId === null) damage.push('the call names no dataset: its id is missing');
  if (time === 'unreadable') damage.push('its ts is not a time in milliseconds; the time it was seen is taken instead');
  return {
    ...callBase(fact, typeof time === 'number' ? time : null),
    datasetId,
    eventName,
    eventId: lastValue(params, 'eid'),
    role: roleOf(fact, params, eventName),
    transport: transportOf(fact, params),
    url: lastValue(params, 'dl'),
    fbp: lastValue(params, 'fbp'),
    fbc: lastValue(params, 'fbc'),
    userData: readCustomer(params),
    customData: readGroup(params, 'cd'),
    other: { ...otherParams(params), ...cookieEvidence(fact) },
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
    userAgent: fact.userAgent,
    fact: fact.key,
    ...browserOutcome(fact),
  };
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

function roleOf(fact: BrowserCallFact, params: readonly Param[], eventName: string): BrowserEvent['role'] {
  if (classifyUrl(fact.url) === 'copy-endpoint' || lastValue(params, 'rqm') === 'FGET') return 'copy';
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

function readCustomer(params: readonly Param[]): Record<string, string[]> {
  const found = new Map<string, string[]>();
  for (const group of customerGroups) {
    for (const [key, value] of Object.entries(readGroup(params, group))) {
      const values = texts(value);
      if (values.length > 0 && !found.has(key)) found.set(key, values);
    }
  }
  return Object.fromEntries(found);
}

/** Every text in a value, nested ones included, without the empty ones. */
export function texts(value: Json): string[] {
  if (value === null || value === '') return [];
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === 'object' ? Object.values(value).flatMap(texts) : [String(value)];
}

/** Everything without a field of its own, and what was sent more than once with different values. */
function otherParams(params: readonly Param[]): Record<string, Json> {
  const values = new Map<string, string[]>();
  for (const { key, value } of params) {
    if (key.startsWith('cd[') && readBracketKey(key)) continue;
    const before = values.get(key);
    if (before) before.push(value);
    else values.set(key, [value]);
  }
  const kept = Array.from(values).filter(([key, all]) => !ownField.has(key) || isOddField(key, all));
  return Object.fromEntries(kept.map(([key, all]) => [key, all.length === 1 ? (all[0] ?? '') : all]));
}

function isOddField(key: string, all: readonly string[]): boolean {
  if (new Set(all).size > 1 || all.includes('')) return true;
  return key === 'ts' && readTime(all[0] ?? null) === 'unreadable';
}
