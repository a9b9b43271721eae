/** A pair that stands for a sale, as orders are held beside it. */
import { readAmountLoosely } from '../../meta/money.ts';
import { countsAtMeta, type Side, type TrackedEvent } from '../../model/event.ts';
import type { InputId, TimeMs } from '../../model/fact.ts';
import type { Json } from '../../model/json.ts';
import type { Pair } from '../../model/pair.ts';
import { orderTextOf } from '../../pair/traits.ts';
import type { SessionView } from '../rule.ts';

export type Money = { value: number; currency: string | null };

export type Purchase = {
  key: string;
  datasetId: string | null;
  /** When it happened, by the browser's clock where it was there. */
  at: TimeMs;
  /** All times that its events tell: a wrong clock is off in some of them only. */
  times: TimeMs[];
  /** Order numbers that its events carry, in custom data or the page's address. */
  numbers: string[];
  /** Its event_ids, which may hold an order number. */
  ids: string[];
  /** What its events say was paid; of copies that disagree each. */
  money: Money[];
  /** Inputs that show it, by side. */
  seenIn: Record<Side, InputId[]>;
  /** It is a website's and no repeat, it tells a number or an amount, and Meta would count it. */
  isJudged: boolean;
  /** Uploaded afterwards: up to 62 days late. */
  isFromStore: boolean;
};

/** Null where the pair is no sale. */
export function readPurchase(pair: Pair, session: SessionView): Purchase | null {
  if (pair.eventName.toLowerCase() !== 'purchase') return null;
  const events = [...pair.browser, ...pair.server].flatMap((id) => session.event(id) ?? []);
  const inputsOf = (side: Side) => [
    ...new Set(events.flatMap((event) => (event.side === side ? [event.source.input] : []))),
  ];
  const sources = events.flatMap((event) => (event.side === 'server' ? [event.actionSource] : []));
  const isWebsite = pair.browser.length > 0 || sources.every((source) => source === null || source === 'website');
  const numbers = distinct(events.map(orderTextOf));
  const money = events.flatMap((event) => moneyOf(event) ?? []);
  const isTelling = numbers.length + money.length > 0;
  return {
    key: pair.key,
    datasetId: pair.datasetId,
    at: (events.find(({ side }) => side === 'browser') ?? events[0])?.at ?? pair.at,
    times: events.flatMap(({ at, seenAt }) => (seenAt === null ? [at] : [at, seenAt])),
    numbers,
    ids: distinct(events.map(({ eventId }) => eventId)),
    money,
    seenIn: { browser: inputsOf('browser'), server: inputsOf('server') },
    isJudged: isWebsite && isTelling && pair.repeatOf === null && events.some(countsAtMeta),
    isFromStore: sources.includes('physical_store'),
  };
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null && text.trim() !== ''))] as string[];
}

/** Null where the event has no value that a person could read. */
export function moneyOf({ customData }: TrackedEvent): Money | null {
  const value = readAmountLoosely(customData['value']);
  return value === null ? null : { value, currency: currencyOf(customData['currency']) };
}

function currencyOf(currency: Json | undefined): string | null {
  return typeof currency === 'string' && currency.trim() !== '' ? currency.trim().toUpperCase() : null;
}
