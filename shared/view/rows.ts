/** What the window keeps of every event: enough for a row and a mark, never a body. */
import { stripSuffix } from '../meta/cookies.ts';
import { matchKeysOf } from '../meta/customer-information.ts';
import { isGiven, readAmount } from '../meta/money.ts';
import { countsAtMeta, type TrackedEvent } from '../model/event.ts';

export type EventRow = Pick<
  TrackedEvent,
  'id' | 'side' | 'datasetId' | 'eventName' | 'eventId' | 'role' | 'at' | 'seenAt' | 'url' | 'outcome'
> & {
  counts: boolean;
  /** Names of the fields that it carries: match keys and custom data. Never their values. */
  keys: string[];
  /** Parts of it that its source does not show: nothing in them is missing. */
  hidden: ('userData' | 'customData')[];
  /** Amount and currency as Meta would read them; null where there is none. */
  value: number | null;
  currency: string | null;
  /** The same for events of one visitor; null where nothing tells. Not to be shown. */
  visitor: string | null;
};

export function eventRow(event: TrackedEvent): EventRow {
  const { id, side, datasetId, eventName, eventId, role, at, seenAt, url, outcome } = event;
  const own = { id, side, datasetId, eventName, eventId, role, at, seenAt, url, outcome };
  return {
    ...own,
    counts: countsAtMeta(event),
    keys: keysOf(event),
    hidden: hiddenOf(event),
    ...moneyOf(event),
    visitor: visitorOf(event),
  };
}

/** A site may send thousands; nobody filters by those. */
const mostKeys = 80;

function keysOf(event: TrackedEvent): string[] {
  const keys = event.side === 'server' ? matchKeysOf(event) : matchKeysOf({ ...event, ip: null });
  for (const [key, value] of Object.entries(event.customData)) if (isGiven(value)) keys.push(key);
  return keys.slice(0, mostKeys);
}

function hiddenOf(event: TrackedEvent): EventRow['hidden'] {
  if (event.side === 'browser') return [];
  const { userData, customData } = event.shows;
  return [...(userData ? [] : ['userData' as const]), ...(customData ? [] : ['customData' as const])];
}

function moneyOf({ customData }: TrackedEvent): Pick<EventRow, 'value' | 'currency'> {
  const { value, currency } = customData;
  return { value: readAmount(value), currency: typeof currency === 'string' && currency !== '' ? currency : null };
}

/** Cookies of one browser first: an external_id may be shared by the devices of a customer. */
function visitorOf({ fbp, userData }: TrackedEvent): string | null {
  return fbp === null ? (userData['external_id']?.[0] ?? null) : stripSuffix(fbp);
}

/** One field of the two copies beside each other. `differs` is after normalization that Meta itself allows. */
export type FieldComparison = {
  field: string;
  group: 'identity' | 'match keys' | 'content' | 'context';
  browser: string | null;
  server: string | null;
  state: 'same' | 'differs' | 'browser-only' | 'server-only';
};
