/** What a source shows besides events: calls for Meta's script, lines of the console, a token in a log, an order. */
import type { BrowserOutcome, EventId } from './event.ts';
import type { InputId, TimeMs } from './fact.ts';
import type { Order } from './order.ts';

type SignBase = {
  /** The same for the same sign: one that comes again replaces the one before. */
  key: string;
  input: InputId;
  /** When it was seen; null where the source does not tell. */
  at: TimeMs | null;
};

/** A call that carries no event: `loader` for fbevents.js, `config` for what `fbq('init', …)` needs of a dataset. */
export type ScriptCall = SignBase & {
  kind: 'loader' | 'config';
  /** Null for the loader. */
  datasetId: string | null;
  /** The page as the source tells it; through a proxy often the site alone. */
  page: string | null;
  outcome: BrowserOutcome;
  /** HTTP status or the browser's error behind `outcome`; null where nothing is known. */
  answer: string | null;
  userAgent: string | null;
};

/** Begins the answer of a loader that the page never asked for while its calls wait; the calls follow. */
export const neverAsked = 'not asked for';

/** What Meta's script or a Content Security Policy wrote to the page's console. */
export type PageNote = SignBase & { kind: 'console' | 'csp'; page: string; text: string };

/** A log record out of which an access token was cut before it was stored. */
export type LoggedToken = SignBase & { kind: 'token'; place: string; events: EventId[] };

/** An order that the shop's export tells of. */
export type OrderSign = SignBase & { kind: 'order'; order: Order };

export type Sign = ScriptCall | PageNote | LoggedToken | OrderSign;
