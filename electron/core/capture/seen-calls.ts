/**
 * Lets the proxy and the browser's own report agree on which calls are the same one, so that a call which the browser
 * reports as failed is stored by one of the two only.
 */
import { createHash } from 'node:crypto';

export type Sighting = {
  method: string;
  url: string;
  /** Null: it has none. Undefined: it is not known. */
  body: Buffer | null | undefined;
};

export type SeenCalls = {
  /** The proxy received this call whole. */
  add(call: Sighting): void;
  /**
   * Takes the oldest such call that the browser has not accounted for; false where the proxy saw none. Calls that look
   * the same are interchangeable: only how many there were of them matters.
   */
  take(call: Sighting): boolean;
};

/** Calls of other clients (a server's, another browser's) are never taken; beyond this many the oldest are forgotten. */
const REMEMBERED = 2000;

export function createSeenCalls(): SeenCalls {
  const bodiesOf = new Map<string, string[]>();
  return {
    add(call) {
      const name = nameOf(call);
      const bodies = bodiesOf.get(name) ?? [];
      bodiesOf.delete(name);
      bodiesOf.set(name, [...bodies, digest(call.body)]);
      const [oldest] = bodiesOf.keys();
      if (bodiesOf.size > REMEMBERED && oldest !== undefined) bodiesOf.delete(oldest);
    },
    take(call) {
      const name = nameOf(call);
      const bodies = bodiesOf.get(name) ?? [];
      const index = call.body === undefined ? 0 : bodies.indexOf(digest(call.body));
      if (index < 0 || bodies.length === 0) return false;
      bodies.splice(index, 1);
      if (bodies.length === 0) bodiesOf.delete(name);
      return true;
    },
  };
}

function nameOf({ method, url }: Sighting): string {
  return `${method.toUpperCase()} ${url.split('#', 1)[0]}`;
}

function digest(body: Buffer | null | undefined): string {
  return body && body.length > 0 ? createHash('sha256').update(body).digest('base64') : '';
}
