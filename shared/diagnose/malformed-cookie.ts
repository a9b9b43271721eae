/** What the rules on malformed fbp and fbc have in common. */
import type { CookieValue } from '../meta/cookies.ts';
import type { TrackedEvent } from '../model/event.ts';
import { type Hit, quote } from './rule.ts';

type Cookie = {
  name: 'fbp' | 'fbc';
  format: string;
  read(value: string): CookieValue;
  fix: string;
};

export function malformedCookie(events: readonly TrackedEvent[], { name, format, read, fix }: Cookie): Hit | null {
  const unusual = events.filter((event) => event[name] !== null && !usual.test(event[name]));
  const faulty = unusual.flatMap((event) => {
    const value = event[name] ?? '';
    const reason = cookieFault(value, read(value));
    return reason === null ? [] : [{ event, value, reason }];
  });
  const [first] = faulty;
  if (first === undefined) return null;
  const of = (side: TrackedEvent['side']) => faulty.find(({ event }) => event.side === side)?.value ?? null;
  return {
    detail: `${name} is ${quote(first.value)}: ${first.reason}. Meta reads ${format} and can use nothing else.`,
    fix,
    events: faulty.map(({ event }) => event),
    browser: of('browser'),
    server: of('server'),
  };
}

/** What nearly all values look like, so that they need no closer look: fbp's digits are fit for fbc too. */
const usual = /^fb\.\d\.1\d{12}\.\d{5,20}$/;

/** Seconds between 2001 and 2099: the time of day in the wrong unit. */
function isInSeconds(time: number): boolean {
  return time >= 1e9 && time < 4.1e9;
}

/** Why Meta could not use the value, in a few words; null where it could. */
export function cookieFault(value: string, read: CookieValue): string | null {
  if (read.isValid) return isInSeconds(read.createdAt) ? 'its creation time is in seconds, not milliseconds' : null;
  if (/^[0-9a-f]{64}$/i.test(value)) return 'it is a hash, and must not be hashed';
  if (/^(?:IwAR|IwY2|IwZX|PA[A-Z])[\w-]{20,}$/.test(value)) return 'it is the bare click id';
  return read.reason;
}
