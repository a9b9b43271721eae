/** Figures: the shop's orders beside a session, against the session alone; and one more event on top of many orders. */
import { createPipeline } from '../../electron/core/pipeline.ts';
import type { Fact, OrderFact } from '../../shared/model/fact.ts';
import { type Figure, round } from './figure.ts';
import { ordinary, pixelFact, serverFact } from './rig/checkout-facts.ts';
import { median, percentile } from './rounds.ts';
import { EVENTS } from './stored-day.ts';

const ROUNDS = 5;
const ORDERS = 2 * EVENTS;
const MORE = 300;

export const ordersAgainstSessions: Figure = {
  name: 'orders-against-sessions',
  what: 'a session decoded, paired and diagnosed with as many orders as Purchases, against the same without orders',
  unit: 'times',
  goal: { atMost: 1.5 },
  async measure() {
    const take = (facts: Iterable<Fact>) => time(() => void createPipeline().take(facts));
    const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
      alone: take(events()),
      both: take(withOrders(EVENTS)),
    }));
    const [aloneMs, bothMs] = [
      median(rounds.slice(1).map(({ alone }) => alone)),
      median(rounds.slice(1).map(({ both }) => both)),
    ];
    return {
      value: round(bothMs / aloneMs),
      detail: `${EVENTS} pairs ${Math.round(aloneMs)} ms, with ${EVENTS} orders ${Math.round(bothMs)} ms`,
    };
  },
};

export const oneMoreEventWithOrders: Figure = {
  name: 'one-more-event-with-orders',
  what: 'one more event decoded, paired and diagnosed on top of many orders and Purchases, 95th percentile',
  unit: 'ms',
  goal: { atMost: 5 },
  async measure() {
    const pipeline = createPipeline();
    pipeline.take(withOrders(ORDERS));
    const times = Array.from({ length: MORE }, (_, n) => time(() => void pipeline.take([pixelFact(ORDERS + n)])));
    return {
      value: round(percentile(times, 0.95)),
      detail: `on top of ${ORDERS} orders and pairs, median ${round(percentile(times, 0.5))} ms`,
    };
  },
};

function* events(): Generator<Fact> {
  for (let n = 0; n < EVENTS; n += 1) {
    yield pixelFact(n);
    yield serverFact(n);
  }
}

function* withOrders(count: number): Generator<Fact> {
  for (let n = 0; n < count; n += 1) {
    yield pixelFact(n);
    yield serverFact(n);
    yield orderFact(n);
  }
}

/** The order of the n-th purchase as the shop exports it, placed a second before. */
function orderFact(n: number): OrderFact {
  return {
    ...{ kind: 'order', input: 2, place: `row ${n + 2}`, at: ordinary(n).at - 1_000 },
    ...{ number: `#${100_000 + n}`, aliases: [], timing: 'exact', value: 10 + (n % 50), currency: 'EUR' },
    ...{ tax: null, shipping: null, state: 'placed', origin: 'shop' },
  };
}

function time(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
