/** One event as Meta would receive it: from the browser (Pixel) or from the server (Conversions API). */
import type { InputId, TimeMs } from './fact.ts';
import type { Json } from './json.ts';

/** `b1`, `b2`, … for browser events and `s1`, … for server events, in the order in which they were stored. */
export type EventId = `b${number}` | `s${number}`;

/** True for a text that has the form of an event's id, whether or not there is such an event. */
export function isEventId(text: string): text is EventId {
  return /^[bs][1-9]\d*$/.test(text);
}

export type Side = 'browser' | 'server';

/** What became of a browser call. `held`: answered here instead of by Meta. */
export type BrowserOutcome = 'sent' | 'blocked' | 'aborted' | 'failed' | 'held';
/** What became of a server event. `logged`: a log shows it, its answer is unknown. */
export type ServerOutcome = 'accepted' | 'rejected' | 'logged' | 'held';

/**
 * `event`: stands for itself. `copy`: the same event again by another way (`rqm=FGET`, gateway).
 * `automatic`: made by Meta's script (SubscribedButtonClick, Microdata, …). `amendment`: tells more of an earlier
 * event (AppendValue with `original_event_data`). Only `event` is paired and counted.
 */
type EventRole = 'event' | 'copy' | 'automatic' | 'amendment';

type EventBase = {
  id: EventId;
  /** Null where the source does not tell it. */
  datasetId: string | null;
  /** Compared exactly, case included. */
  eventName: string;
  /** The deduplication key: the Pixel's `eid`, the server's `event_id`. Null where none was given. */
  eventId: string | null;
  role: EventRole;
  /** When it happened: the Pixel's `ts` (ms), the server's `event_time` (s); else when it was seen. */
  at: TimeMs;
  /** `at` came from the event itself, not from the time it was seen. */
  hasOwnTime: boolean;
  /** When it was sent or logged; null where unknown. */
  seenAt: TimeMs | null;
  source: { input: InputId; at: string };
  /** The page: `dl`, `event_source_url`. */
  url: string | null;
  /** The visitor's user agent: the browser's own, or `client_user_agent`. */
  userAgent: string | null;
  /** Cookie values as sent, with a Parameter Builder suffix if there was one. */
  fbp: string | null;
  fbc: string | null;
  /** Customer information by Meta's short keys (`em`, `ph`, `external_id`, …), as sent, always lists. */
  userData: Record<string, string[]>;
  customData: Record<string, Json>;
  /** Everything else on the wire, by its own name; unknown names included. */
  other: Record<string, Json>;
  /** What could not be read of it, in words for people; empty where all was well. */
  damage: string[];
  /** Key of the fact that it came from. */
  fact: string;
};

export type BrowserEvent = EventBase & {
  side: 'browser';
  id: `b${number}`;
  outcome: BrowserOutcome;
  /** HTTP status or `net::ERR_…` behind `outcome`; null where nothing is known. */
  answer: string | null;
  transport: 'image' | 'form' | 'beacon' | 'fetch' | 'noscript' | 'gateway';
};

export type ServerEvent = EventBase & {
  side: 'server';
  id: `s${number}`;
  outcome: ServerOutcome;
  answer: string | null;
  actionSource: string | null;
  /** `client_ip_address`. */
  ip: string | null;
  testEventCode: string | null;
  /** It was sent to our test endpoint, not to Meta; left out where it was not. */
  isRehearsed?: true;
  /** Which parts of the payload the source shows: a log may leave out what was sent. */
  shows: { userData: boolean; customData: boolean };
  /** Which request it was in: the fact's key. Events of one refused request fall together. */
  request: string;
  /** Graph's refusal, where there was one. */
  rejection: { code: number | null; subcode: number | null; message: string } | null;
};

export type TrackedEvent = BrowserEvent | ServerEvent;

/** What a decoder returns: the event before the session gives it its number. */
export type DecodedBrowserEvent = Omit<BrowserEvent, 'id'>;
export type DecodedServerEvent = Omit<ServerEvent, 'id'>;

/**
 * True where the event reached Meta as far as can be known and stands for itself. Held events count as if sent;
 * copies, automatic events, and what was blocked, cut off, failed or refused do not (REPORT.md).
 */
export function countsAtMeta(event: TrackedEvent): boolean {
  if (event.role !== 'event') return false;
  const { outcome } = event;
  return outcome === 'sent' || outcome === 'held' || outcome === 'accepted' || outcome === 'logged';
}
