/** Looks over a finished report for what must not be in it, by other means than those that hid it. */
import { hasToken } from '../meta/redact.ts';
import type { TrackedEvent } from '../model/event.ts';

/** What of a visitor is found in no masked report: by kind, as it was sent. */
type Known = Pick<TrackedEvent, 'userData' | 'fbp' | 'fbc'>;

type Looked = {
  /** Every event behind the report. */
  events: readonly Known[];
  /** What the user wrote themselves (names of files, a filter): it may hold what it likes. */
  ownWords: readonly string[];
  /** `token`: tokens alone, for a report that reveals. `plain`: also e-mail addresses. `all`: also hashes and cookies. */
  against: 'token' | 'plain' | 'all';
};

export type Leak = 'token' | 'email' | 'customer-value' | 'cookie';

const email = /[a-z0-9._+-]{1,64}(?:@|%(?:25)*40|\\u0040)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.[a-z]{2,24}/gi;

/** What the text should not hold; null where it is clean. */
export function leakIn(text: string, { events, ownWords, against }: Looked): Leak | null {
  if (hasToken(text)) return 'token';
  if (against === 'token') return null;
  const own = ownWords.join('\n');
  const isForeign = (value: string) => !own.includes(value);
  if ((text.match(email) ?? []).some(isForeign)) return 'email';
  if (against === 'plain') return null;
  const { hashes, phones, cookies } = knownValues(events);
  const holds = (known: ReadonlySet<string>, pattern: RegExp, read = (found: string) => found) =>
    (text.match(pattern) ?? []).some((found) => known.has(read(found)) && isForeign(found));
  if (
    (text.match(hexRun) ?? []).some((run) => partsOf(run).some((part) => hashes.has(part) && isForeign(part))) ||
    holds(phones, phone, digitsOf)
  )
    return 'customer-value';
  return holds(cookies, cookie) ? 'cookie' : null;
}

const hexRun = /[0-9a-f]{32,}/gi;
const phone = /\+?\d[\d ()./-]{7,}\d/g;
const cookie = /\bfb\.\d+\.\d+\.[^\s“”"'\\,;&<>]{6,}/g;

/** Of plain values only phone numbers: shorter ones (a city, a country) stand in a report for other reasons too. */
function knownValues(events: readonly Known[]): Record<'hashes' | 'phones' | 'cookies', ReadonlySet<string>> {
  const given = events.flatMap(({ userData }) => Object.values(userData).flat());
  const phones = events.flatMap(({ userData }) => userData.ph ?? []).map(digitsOf);
  return {
    hashes: new Set(given.map((value) => value.toLowerCase())),
    phones: new Set(phones.filter((digits) => digits.length >= 9 && digits.length <= 15)),
    cookies: new Set(events.flatMap(({ fbp, fbc }) => [fbp ?? '', fbc ?? ''])),
  };
}

/** Every stretch of a run that has the length of a hash: what stands before it may look like its beginning. */
function partsOf(run: string): string[] {
  const lengths = [32, 40, 64].filter((length) => length <= run.length);
  const begins = Array.from({ length: Math.min(run.length, 80) - 31 }, (_, at) => at);
  return lengths.flatMap((length) => begins.map((at) => run.slice(at, at + length).toLowerCase()));
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
