/** What leaves a shop for Meta: Pixel calls and Conversions API requests, before they take a form on the wire. */
import type { JsonObject } from '../../../shared/model/json.ts';

/** One page load: the script's `it` tells it from the next, its counter `ec` runs over it. */
export type PageLoad = { url: string; openedAt: number; agent: string | null; version: string };

export type PixelSend = {
  load: PageLoad;
  dataset: string;
  eventName: string;
  /** Null: the site gave none. */
  eventId: string | null;
  /** ms; the Pixel's `ts`. */
  at: number;
  customData: JsonObject;
  /** Hashes by Meta's short keys, as `ud[…]`. */
  userData: Record<string, string>;
  fbp: string | null;
  fbc: string | null;
  /** The browser's `_fbc` cookie, where it is not sent as a parameter. */
  cookieFbc: string | null;
  userAgent: string;
  /** Further parameters, as they stand on the wire. */
  extra: Record<string, string>;
  /** HTTP status, or Chromium's error where no answer came. */
  end: { status: number } | { error: string };
  /** Events that the page counted before this one and of which no call was seen. */
  unseenBefore: number;
};

export type GraphRefusal = { status: number; code: number; subcode: number | null; message: string };

export type CapiSend = {
  dataset: string;
  event: JsonObject;
  userData: JsonObject;
  customData: JsonObject;
  /** When the request leaves, in ms. */
  sentAt: number;
  /** Null: the log shows no answer. */
  answer: 'received' | GraphRefusal | null;
  /** Fields of the request beside `data`. */
  fields: JsonObject;
  /** The log shows the access token. */
  showsToken: boolean;
};

/** A browser call that is no event: the loader, a dataset's configuration. */
export type ScriptCall = { at: number; url: string; page: string; userAgent: string; end: PixelSend['end'] };

export function isSent({ end }: PixelSend): boolean {
  return 'status' in end && end.status < 400;
}

export function isAccepted({ answer }: CapiSend): boolean {
  return answer === null || answer === 'received';
}
