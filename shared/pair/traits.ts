/** What pairing compares of an event: visitor, order, content, page, ids in comparable form. */
import { stripSuffix } from '../meta/cookies.ts';
import { remembering } from '../meta/remembered.ts';
import type { TrackedEvent } from '../model/event.ts';
import type { TimeMs } from '../model/fact.ts';
import { isJsonObject, type Json } from '../model/json.ts';
import { idForm, orderInUrl } from './id-forms.ts';

export type Traits = {
  event: TrackedEvent;
  /** Dataset after P-dataset resolution; null where unknown. */
  dataset: string | null;
  name: string;
  /** When it was seen to leave, or its own time where that is unknown. */
  receivedAt: TimeMs;
  fbp: string | null;
  externalIds: string[];
  /** E-mail and phone hashes, prefixed with their key. */
  contacts: string[];
  /** An id that sits where Meta does not read it: custom data, `eid[0]`, `eventID` at the server's top level. */
  misplacedId: string | null;
  /** The order number from custom data or the page's URL, in comparable form. */
  order: string | null;
  /** The same as it was written, for people. */
  orderText: string | null;
  /** `49.90 USD` in comparable form; null where there is no number. */
  money: string | null;
  contentIds: string | null;
  /** Page without query and fragment. */
  page: string | null;
  /** The Pixel's `it`: the same for all events of one page load. */
  pageLoad: string | null;
};

/** An event in a unit. Its traits are read when they are first asked for: an exact join needs few of them. */
export type Member = { readonly event: TrackedEvent; readonly dataset: string | null; traits: Traits | null };

export function traitsOf(member: Member): Traits {
  member.traits ??= readTraits(member);
  return member.traits;
}

function readTraits({ event, dataset }: Member): Traits {
  const order = orderTextOf(event);
  return {
    event,
    dataset,
    name: event.eventName.toLowerCase(),
    receivedAt: receivedAt(event),
    fbp: fbpOf(event),
    externalIds: externalIdsOf(event),
    contacts: contactsOf(event),
    misplacedId: misplacedId(event)?.value ?? null,
    order: order === null ? null : idForm(order),
    orderText: order,
    money: money(event.customData),
    contentIds: contentIds(event.customData),
    page: event.url === null ? null : pageOf(event.url),
    pageLoad: pageLoadOf(event),
  };
}

/** When it was seen to leave, or its own time where that is unknown. */
export function receivedAt({ seenAt, at }: TrackedEvent): TimeMs {
  return seenAt ?? at;
}

/** What the event tells of its visitor, best first; null where that is nothing. A page load is one visitor's. */
export function visitorOf(event: TrackedEvent): string | null {
  return fbpOf(event) ?? externalIdsOf(event)[0] ?? contactsOf(event)[0] ?? pageLoadOf(event);
}

function fbpOf({ fbp }: TrackedEvent): string | null {
  return fbp === null ? null : stripSuffix(fbp);
}

function externalIdsOf({ userData }: TrackedEvent): string[] {
  return (userData['external_id'] ?? []).map(stripSuffix);
}

function contactsOf({ userData }: TrackedEvent): string[] {
  return ['em', 'ph'].flatMap((key) => (userData[key] ?? []).map((hash) => `${key}:${stripSuffix(hash)}`));
}

function pageLoadOf({ side, other }: TrackedEvent): string | null {
  return side === 'browser' ? textOf(other['it'] ?? null) : null;
}

const misplacedFields = ['event_id', 'eventID', 'eventId'];

/** Where an id was put that Meta does not read, and the id; null where there is none. */
export function misplacedId(event: TrackedEvent): { field: string; value: string } | null {
  for (const field of misplacedFields) {
    const inCustomData = textOf(event.customData[field] ?? null);
    const place = event.side === 'browser' ? `cd[${field}]` : `custom_data.${field}`;
    if (inCustomData !== null) return { field: place, value: inCustomData };
    const atTop = field === 'event_id' ? null : textOf(event.other[field] ?? null);
    if (atTop !== null && event.side === 'server') return { field, value: atTop };
  }
  const listed = textOf(event.other['eid[0]'] ?? null);
  return listed === null ? null : { field: 'eid[0]', value: listed };
}

const orderFields = ['order_id', 'orderId', 'transaction_id', 'transactionId', 'order_number', 'orderNumber'];

/** They stand for the page, which can be opened again, not for the order that its address names. */
const pageEvents = new Set(['pageview', 'viewcontent']);

/** The order number in custom data or the page's address, as it was written. */
export function orderTextOf(event: TrackedEvent): string | null {
  for (const field of orderFields) {
    const text = textOf(event.customData[field] ?? null);
    if (text !== null && text.trim() !== '') return text.trim();
  }
  return event.url === null || pageEvents.has(event.eventName.toLowerCase()) ? null : orderInPage(event.url);
}

const orderInPage = remembering(orderInUrl);

function money(custom: Record<string, Json>): string | null {
  const value = Number(custom['value'] ?? Number.NaN);
  if (custom['value'] === '' || custom['value'] === null || !Number.isFinite(value)) return null;
  return `${value.toFixed(2)} ${(textOf(custom['currency'] ?? null) ?? '').toUpperCase()}`;
}

/** Sorted, so that order does not matter; from `content_ids`, else from `contents[].id`. */
function contentIds(custom: Record<string, Json>): string | null {
  const listed = listOf(custom['content_ids']);
  const fromContents = listOf(custom['contents']).map((item) => (isJsonObject(item) ? (item['id'] ?? null) : null));
  const ids = (listed.length > 0 ? listed : fromContents).map(textOf).filter((id) => id !== null);
  return ids.length === 0 ? null : [...new Set(ids)].sort().join(',');
}

function listOf(value: Json | undefined): Json[] {
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

function textOf(value: Json): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}

/** The URL in the form in which pages are compared: without query, fragment and last slash, lower case. */
export const pageOf = remembering((url: string): string => {
  const end = url.search(/[?#]/);
  const page = end < 0 ? url : url.slice(0, end);
  return page.replace(/\/+$/, '').toLowerCase();
});
