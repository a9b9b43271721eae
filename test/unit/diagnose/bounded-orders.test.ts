/** How many orders are looked at for an event or an order must not grow with the orders given: counted by what is read of them. */
import { describe, expect, it } from 'vitest';
import { createDiagnosis } from '../../../shared/diagnose/diagnosis.ts';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import type { Order } from '../../../shared/model/order.ts';
import { createPairing } from '../../../shared/pair/pairing.ts';
import { browserEvent, second, serverEvent, start } from '../../support/events.ts';
import { orderSign } from '../../support/orders.ts';

type Sale = { number: string; value: number; named: string | null; timing: Order['timing'] };
type Day = (n: number) => Sale;

const minute = 60 * second;
const ordinary: Day = (n) => ({
  ...{ number: `#${1000 + n}`, value: 10 + (n % 5), named: String(1000 + n), timing: 'exact' },
});

const days: [name: string, day: Day][] = [
  ['each Purchase names its order', ordinary],
  [
    'half of the orders were not reported',
    (n) => ({ ...ordinary(n), named: n % 2 === 0 ? String(1000 + n) : `x${n}` }),
  ],
  ['no Purchase carries a number', (n) => ({ ...ordinary(n), named: null })],
  ['no Purchase carries a number, and all cost the same', (n) => ({ ...ordinary(n), named: null, value: 49.9 })],
  ['all orders share a part of their number', (n) => ({ ...ordinary(n), number: `2026-${n + 1000}-01` })],
  ['no Purchase names an order that there is', (n) => ({ ...ordinary(n), named: `7${n + 1000}` })],
  ['times carry no zone', (n) => ({ ...ordinary(n), timing: 'zone-assumed' })],
  ['of orders only the day is told', (n) => ({ ...ordinary(n), timing: 'day' })],
];

/** How often a field of an order is read, whatever reads it. */
function createWatch() {
  let reads = 0;
  function watched<T extends object>(thing: T): T {
    return new Proxy(thing, {
      get(target, field, receiver) {
        reads += 1;
        return Reflect.get(target, field, receiver);
      },
    });
  }
  return { watched, reads: () => reads };
}

function startDay(day: Day) {
  const { watched, reads } = createWatch();
  const [pairing, diagnosis] = [createPairing(), createDiagnosis()];

  function eventsOf(n: number): TrackedEvent[] {
    const { value, named } = day(n);
    const customData = { value, currency: 'EUR', content_ids: ['A1'], ...(named !== null && { order_id: named }) };
    const eventId = `a${[...String(n)].join('-')}`;
    const own = { at: start + n * minute, eventId, customData, fbp: `fb.1.1795496100000.${n}` };
    return [browserEvent({ ...own, id: `b${n + 1}` }), serverEvent({ ...own, id: `s${n + 1}` })];
  }

  function signOf(n: number) {
    const { number, value, timing } = day(n);
    const sign = orderSign({ number, value, timing, at: start + n * minute - 2 * second });
    return { ...sign, order: watched(sign.order) };
  }

  return { reads, eventsOf, signOf, step: createStep({ pairing, diagnosis }) };
}

type Engine = { pairing: ReturnType<typeof createPairing>; diagnosis: ReturnType<typeof createDiagnosis> };
type Signs = Parameters<Engine['diagnosis']['step']>[2];

function createStep({ pairing, diagnosis }: Engine) {
  return (events: TrackedEvent[], signs: Signs = []) => void diagnosis.step(events, pairing.step(events), signs);
}

const each = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

const MORE = 20;

/** Reads for each sale of a day taken at once, and for each of a few that come one by one behind it. */
function readsOf(count: number, day: Day): { loaded: number; live: number } {
  const { reads, eventsOf, signOf, step } = startDay(day);
  step(each(count, eventsOf).flat(), each(count, signOf));
  const loaded = reads();
  for (let n = count; n < count + MORE; n += 1) {
    for (const event of eventsOf(n)) step([event]);
    step([], [signOf(n)]);
  }
  return { loaded: loaded / count, live: (reads() - loaded) / MORE };
}

describe('the work for one sale stays the same when the shop has eight times as many orders', () => {
  it.each(days)('and %s', (_name, day) => {
    const [few, many] = [readsOf(100, day), readsOf(800, day)];
    expect(many.loaded).toBeLessThan(1.5 * few.loaded);
    expect(many.live).toBeLessThan(1.5 * few.live);
  });
});

describe('orders that are given behind the events', () => {
  it.each(days)('cost no more for each when there are eight times as many, and %s', (_name, day) => {
    const readsPerOrder = (count: number) => {
      const { reads, eventsOf, signOf, step } = startDay(day);
      step(each(count, eventsOf).flat());
      const before = reads();
      step([], each(count, signOf));
      return (reads() - before) / count;
    };
    expect(readsPerOrder(800)).toBeLessThan(1.5 * readsPerOrder(100));
  });
});
