/**
 * Lets the proxy and the browser's own report agree on which calls are the same one, so that a call that the browser
 * reports as failed is stored by one of the two only.
 */
import { createHash } from 'node:crypto';

export type SeenCalls = {
  /** The proxy received this call whole. */
  add(call: Sighting): void;
  /** Takes the oldest call of this kind that the browser has not yet accounted for; null where the proxy saw none. */
  take(call: Sighting): boolean;
};

/** Two calls with equal sightings are interchangeable: only how many there were of each matters. */
export type Sighting = { method: string; url: string; body: Buffer | null };

/** Calls of other clients (an app's own, another browser) are never taken; the oldest are forgotten. */
const REMEMBERED = 2000;

export function createSeenCalls(): SeenCalls {
  const counts = new Map<string, number>();
  return {
    add(call) {
      const name = nameOf(call);
      const count = counts.get(name) ?? 0;
      counts.delete(name);
      counts.set(name, count + 1);
      const [oldest] = counts.keys();
      if (counts.size > REMEMBERED && oldest !== undefined) counts.delete(oldest);
    },
    take(call) {
      const name = nameOf(call);
      const count = counts.get(name) ?? 0;
      if (count > 1) counts.set(name, count - 1);
      else counts.delete(name);
      return count > 0;
    },
  };
}

function nameOf({ method, url, body }: Sighting): string {
  const text = body && body.length > 0 ? createHash('sha256').update(body).digest('base64') : '';
  return `${method.toUpperCase()} ${url.split('#', 1)[0]} ${text}`;
}
