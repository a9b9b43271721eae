/** What is said of orders and of the sales that stand for them does not depend on what came first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnosis } from '../../shared/diagnose/diagnosis.ts';
import type { TrackedEvent } from '../../shared/model/event.ts';
import type { Sign } from '../../shared/model/sign.ts';
import { createPairing } from '../../shared/pair/pairing.ts';
import { browserEvent, hour, second, serverEvent, start } from '../support/events.ts';
import { orderSign } from '../support/orders.ts';

type Arrival = { event: TrackedEvent } | { sign: Sign };

/** Few numbers, amounts and minutes, so that sales and orders meet, compete and miss each other. */
const number = fc.integer({ min: 1001, max: 1012 });
const value = fc.constantFrom(49.9, 49.9, 45, 0, 12);
const minute = fc.integer({ min: 0, max: 60 });

const sales = fc.record({
  number,
  value,
  minute,
  sides: fc.constantFrom('server', 'server', 'browser', 'both'),
  names: fc.constantFrom('order_id', 'order_id', 'event_id', 'nothing'),
  datasetId: fc.constantFrom('1', '1', '1', '2'),
  outcome: fc.constantFrom('accepted' as const, 'accepted' as const, 'rejected' as const),
  input: fc.constantFrom(1, 1, 2),
});

const orders = fc.record({
  number,
  value: fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }),
  minute,
  timing: fc.constantFrom('exact' as const, 'exact' as const, 'zone-assumed' as const, 'day' as const),
  state: fc.constantFrom('placed' as const, 'placed' as const, 'placed' as const, 'cancelled' as const),
  aliases: fc.constantFrom([], [], ['1003'], ['5512345']),
  input: fc.constantFrom(8, 9),
});

type Sale = typeof sales extends fc.Arbitrary<infer Value> ? Value : never;
type Told = typeof orders extends fc.Arbitrary<infer Value> ? Value : never;

function eventsOf(sale: Sale, at: number): Arrival[] {
  const { names, datasetId, sides, outcome, input } = sale;
  const own = {
    datasetId,
    at: start + sale.minute * 60 * second + at,
    eventId: names === 'event_id' ? `buy-${sale.number}` : `x${at}`,
    fbp: `fb.1.1795496100000.${at}`,
    customData: { value: sale.value, currency: 'EUR', ...(names === 'order_id' && { order_id: String(sale.number) }) },
  };
  const browser = { event: browserEvent({ ...own, id: `b${at}` }) };
  const server = { event: serverEvent({ ...own, id: `s${at}`, outcome, source: { input, at: `line ${at}` } }) };
  return [...(sides === 'server' ? [] : [browser]), ...(sides === 'browser' ? [] : [server])];
}

function signOf(told: Told): Arrival {
  const { minute: after, timing, aliases, ...own } = told;
  const at = start + after * 60 * second - (timing === 'zone-assumed' ? 2 * hour : 0);
  return { sign: orderSign({ ...own, aliases: [...aliases], timing, at, number: `#${told.number}` }) };
}

const sessions: fc.Arbitrary<Arrival[]> = fc
  .tuple(
    fc.array(sales, { maxLength: 14 }),
    fc.uniqueArray(orders, {
      maxLength: 14,
      selector: (told) => JSON.stringify([told.number, told.value, told.minute]),
    }),
  )
  .map(([sold, told]) => [...sold.flatMap((sale, at) => eventsOf(sale, at + 1)), ...told.map(signOf)]);

const shuffled = sessions.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
);

function startSession() {
  const pairing = createPairing();
  const diagnosis = createDiagnosis();
  const step = (batch: readonly Arrival[]) => {
    const events = batch.flatMap((arrival) => ('event' in arrival ? [arrival.event] : []));
    const signs = batch.flatMap((arrival) => ('sign' in arrival ? [arrival.sign] : []));
    return diagnosis.step(events, pairing.step(events), signs);
  };
  return { diagnosis, step };
}

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

function conclude(batches: readonly (readonly Arrival[])[]) {
  const { diagnosis, step } = startSession();
  for (const batch of batches) step(batch);
  const findings = diagnosis.findings().filter(({ code }) => /order/.test(code));
  return { findings: findings.sort(byText), orders: diagnosis.orders().sort(byText) };
}

describe('orders and sales', () => {
  it('give the same in any order of arrival, all at once', () => {
    fc.assert(
      fc.property(shuffled, ([list, mixed]) => {
        expect(conclude([mixed])).toEqual(conclude([list]));
      }),
      { numRuns: 150 },
    );
  });

  it('give the same one by one and all at once', () => {
    fc.assert(
      fc.property(shuffled, ([list, mixed]) => {
        expect(conclude(mixed.map((arrival) => [arrival]))).toEqual(conclude([list]));
      }),
      { numRuns: 150 },
    );
  });

  it('give the same whether orders or events come first', () => {
    fc.assert(
      fc.property(sessions, (list) => {
        const [events, signs] = [list.filter((each) => 'event' in each), list.filter((each) => 'sign' in each)];
        expect(conclude([signs, events])).toEqual(conclude([events, signs]));
      }),
      { numRuns: 100 },
    );
  });

  it('change nothing when they are fed twice', () => {
    fc.assert(
      fc.property(sessions, (list) => {
        const { step } = startSession();
        step(list);
        expect(step(list)).toEqual({ upserted: [], removed: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('of a sale stand in one place: no two orders without a number share one', () => {
    fc.assert(
      fc.property(sessions, (list) => {
        const { diagnosis, step } = startSession();
        step(list);
        const named = new Set(
          list.flatMap((each) =>
            'event' in each && 'order_id' in each.event.customData ? [`pair-${each.event.id}`] : [],
          ),
        );
        const likely = diagnosis.orders().flatMap(({ pairs }) => pairs.filter((key) => !named.has(key)));
        const ids = likely.filter((key) =>
          list.some(
            (each) => 'event' in each && key === `pair-${each.event.id}` && /^x/.test(each.event.eventId ?? ''),
          ),
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 60 },
    );
  });

  it('are told of in each of the three ways, so that the properties are about all of them', () => {
    const codes = new Set<string>();
    fc.assert(
      fc.property(sessions, (list) => {
        for (const { code } of conclude([list]).findings) codes.add(code);
      }),
      { numRuns: 200, seed: 7 },
    );
    expect([...codes].sort()).toEqual(['content.order-differs', 'coverage.no-order', 'coverage.order-missing']);
  });
});
