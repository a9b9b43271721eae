/** What pairing does for an event must not grow with the session, also on days that are as hard to pair as can be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import { orderNumber, relateIds } from '../../../shared/pair/id-forms.ts';
import { createPairing } from '../../../shared/pair/pairing.ts';
import { browserEvent, serverEvent, start } from '../../support/events.ts';

type Purchase = { browserId: string | null; serverId: string | null; visitor: number; at: number };

function ordinary(n: number): Purchase {
  return { browserId: `p-${1000 + n}`, serverId: `p-${1000 + n}`, visitor: n >> 2, at: start + n * 400 };
}

const days: [name: string, purchaseOf: (n: number) => Purchase][] = [
  ['is an ordinary one', ordinary],
  ['has one event_id for all', (n) => ({ ...ordinary(n), browserId: 'purchase', serverId: 'purchase' })],
  ['has no event_id at all', (n) => ({ ...ordinary(n), browserId: null, serverId: null })],
  ['has other ids on the server', (n) => ({ ...ordinary(n), serverId: `uid_${(n + 7) * 7919}` })],
  ['has one visitor alone', (n) => ({ ...ordinary(n), visitor: 0 })],
  ['has one visitor and no event_id', (n) => ({ ...ordinary(n), visitor: 0, browserId: null, serverId: null })],
  ['is over within a second', (n) => ({ ...ordinary(n), at: start + (n % 1000) })],
  ['is over within a second, without an id', (n) => ({ ...ordinary(n), at: start, browserId: null, serverId: null })],
];

function eventsOf(count: number, purchaseOf: (n: number) => Purchase): TrackedEvent[] {
  return Array.from({ length: count }, (_, n): TrackedEvent[] => {
    const { browserId, serverId, visitor, at } = purchaseOf(n);
    const customData = { value: 10 + (n % 5), currency: 'EUR', order_id: String(1000 + n), content_ids: ['A1'] };
    const both = { at, customData, fbp: `fb.1.1795496100000.${visitor}` };
    return [
      browserEvent({ ...both, id: `b${n + 1}`, eventId: browserId }),
      serverEvent({ ...both, id: `s${n + 1}`, eventId: serverId }),
    ];
  }).flat();
}

/** How often pairing reads a field of an event, for each event. */
function readsPerEvent(count: number, purchaseOf: (n: number) => Purchase): number {
  let reads = 0;
  const get = (event: TrackedEvent, field: keyof TrackedEvent) => {
    reads += 1;
    return event[field];
  };
  const watched = eventsOf(count, purchaseOf).map((event) => new Proxy(event, { get }) as TrackedEvent);
  createPairing().step(watched);
  return reads / watched.length;
}

describe('the work for one event stays the same when the day has eight times as many', () => {
  it.each(days)('and %s', (_name, purchaseOf) => {
    expect(readsPerEvent(800, purchaseOf)).toBeLessThan(1.5 * readsPerEvent(100, purchaseOf));
  });
});

it('orders that hold different numbers are never forms of one order: no such units need to be compared', () => {
  const part = fc.constantFrom('1', '01', '001', '1001', '2002', 'a', 'ab', '-', '_', ' ', 'X', '10010');
  const order = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(order, order, (left, right) => {
      const [a, b] = [orderNumber(left), orderNumber(right)];
      if (a !== null && b !== null && a !== b) expect(relateIds(left, right)).toBe('unrelated');
    }),
    { numRuns: 5000 },
  );
});
