/**
 * What was captured, exactly as the store keeps it: append-only, redacted, never rewritten.
 * Everything else (events, pairs, findings) is computed from facts and can be thrown away.
 */

import type { MarkSubject } from './mark.ts';
import type { Order } from './order.ts';

/** Milliseconds since the Unix epoch. */
export type TimeMs = number;

/** Which source a fact came from; `Input.id`. */
export type InputId = number;

/**
 * Bytes kept as text without loss: `utf8` where the bytes are valid UTF-8, else `latin1`, in which
 * every character is one byte.
 */
export type BodyCharset = 'utf8' | 'latin1';

type FactBase = {
  input: InputId;
  /** Where in the source it stands, counted from 1: `entry 12`, `line 7`, `capture 3`, `request 2`. */
  place: string;
};

/** One HTTP call of the browser that may be a Pixel call or tells about one (loader, config). */
export type BrowserCallFact = FactBase & {
  kind: 'browser-call';
  /** Unique in the session; `CallAnswerFact.call` refers to it. */
  key: string;
  /** When the call was seen to leave; null where the source does not tell. */
  at: TimeMs | null;
  method: string;
  url: string;
  contentType: string | null;
  body: string | null;
  bodyCharset: BodyCharset;
  /** `cut`: the source says or shows that the body did not arrive whole. */
  bodyState: 'whole' | 'cut';
  /** HTTP status; null where no answer is known (yet). */
  status: number | null;
  /** Chromium's `net::ERR_…` text, or the source's own words; null where nothing failed. */
  error: string | null;
  /** Answered here, on purpose; it did not reach Meta. */
  held: boolean;
  /** The page's URL as the source tells it (referer, HAR page), not the Pixel's own `dl`. */
  page: string | null;
  userAgent: string | null;
  /** `_fbp` and `_fbc` where the source shows the site's cookies. */
  cookies: { fbp: string | null; fbc: string | null } | null;
};

/** How a browser call ended, when that was learned after the call had been stored. */
export type CallAnswerFact = FactBase & {
  kind: 'call-answer';
  call: string;
  at: TimeMs | null;
  status: number | null;
  error: string | null;
};

/** One request to the Conversions API, or one log record that holds such a payload. */
export type ServerRecordFact = FactBase & {
  kind: 'server-record';
  key: string;
  /** `request`: `body` is the body of a request that we saw. `log`: `body` is a log record's text. */
  form: 'request' | 'log';
  /** When it was sent or logged; null where the source does not tell. */
  at: TimeMs | null;
  /** The Graph URL without its query, where known. */
  url: string | null;
  contentType: string | null;
  body: string;
  bodyCharset: BodyCharset;
  bodyState: 'whole' | 'cut';
  /** User agent of the sender itself (an SDK, an HTTP client), not of the visitor. */
  userAgent: string | null;
  /** `answered`: acknowledged by our test endpoint, which is not Meta. `held`: on its way to Meta, kept here. */
  delivery: 'forwarded' | 'held' | 'answered' | 'logged';
  /** An access token or another secret was cut out of this log record; left out where there was none. */
  hadToken?: true;
};

/** What was answered to a server record. */
export type ServerAnswerFact = FactBase & {
  kind: 'server-answer';
  record: string;
  at: TimeMs | null;
  status: number | null;
  /** The answer's body text (Graph's JSON), or the error that stood in its place. */
  body: string;
};

/** What only the browser itself can tell: page loads, cookies, console lines of the Pixel, CSP reports. */
export type PageFact = FactBase & {
  kind: 'page';
  at: TimeMs | null;
  page: string;
  what: 'load' | 'cookie' | 'console' | 'csp' | 'waiting';
  /**
   * URL for `load`, `_fbp=…`/`_fbc=…` for `cookie`, the text for `console` and `csp`; for `waiting` the calls of a page
   * that has not asked for Meta's script, empty when it asks after all.
   */
  text: string;
};

/** A step of the script that drives the browser: its name, and when it began. */
type StepFact = FactBase & { kind: 'step'; name: string; at: TimeMs };

/** The user's own mark. A later one about the same replaces it; `text` null takes it away. */
export type MarkFact = FactBase & { kind: 'mark'; about: MarkSubject; key: string; text: string | null; at: TimeMs };

/** An order of the shop; nothing of the person who bought is kept. */
export type OrderFact = FactBase & { kind: 'order' } & Order;

/** How a source was understood, for people to check: which column is what, what was assumed. */
type ReadingFact = FactBase & { kind: 'reading'; text: string };

/** A part of a source that could not be used, with the reason. */
export type ProblemFact = FactBase & { kind: 'problem'; reason: string };

export type Fact =
  | BrowserCallFact
  | CallAnswerFact
  | ServerRecordFact
  | ServerAnswerFact
  | PageFact
  | StepFact
  | MarkFact
  | OrderFact
  | ReadingFact
  | ProblemFact;

/** A source of facts: a file, a proxy, an endpoint. Counters are final when the source ends. */
export type Input = {
  id: InputId;
  kind: 'har' | 'browser-ndjson' | 'log' | 'orders' | 'endpoint' | 'proxy' | 'browser' | 'session';
  /** File name or a short description; never a path outside the user's own naming. */
  name: string;
  /** HAR entries, log records, requests seen. */
  records: number;
  /** Records that should have been usable and were not. */
  skipped: number;
};
