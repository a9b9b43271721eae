/** The summary that a push carries is kept up to date change by change; a count of the whole session must say the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnosis } from '../../shared/diagnose/diagnosis.ts';
import { createRunningSummary, type RunningSummary } from '../../shared/measure/running-summary.ts';
import { countsAtMeta, type TrackedEvent } from '../../shared/model/event.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { createPairing } from '../../shared/pair/pairing.ts';
import type { ReportSummary } from '../../shared/report/report.ts';
import { browserEvent, serverEvent, start } from '../support/events.ts';

/** Few values, so that pairs form, fall apart and change their verdicts; `fate` is learned later, if at all. */
const sends = fc.record({
  isBrowser: fc.boolean(),
  eventId: fc.constantFrom(null, 'a', 'a', 'b', '1'),
  eventName: fc.constantFrom('Purchase', 'Purchase', 'purchase', 'AddToCart'),
  fbp: fc.constantFrom(null, 'fb.1.1.1', 'fb.1.1.2'),
  order: fc.constantFrom(null, '1', '2'),
  role: fc.constantFrom('event' as const, 'event' as const, 'event' as const, 'copy' as const),
  offsetMs: fc.constantFrom(0, 500, 5000, 61_000, 50 * 3_600_000),
  fate: fc.constantFrom('fine', 'lost', 'lost later', 'found later'),
});

type Send = typeof sends extends fc.Arbitrary<infer Value> ? Value : never;

/** The event as it is first seen, and as it is known in the end where that is another. */
function sightings({ isBrowser, order, offsetMs, fate, ...own }: Send, number: number): TrackedEvent[] {
  const customData = { value: 10, currency: 'EUR', ...(order !== null && { order_id: order }) };
  const as = (isLost: boolean): TrackedEvent => {
    const shared = { ...own, customData, at: start + offsetMs };
    return isBrowser
      ? browserEvent({ ...shared, id: `b${number}`, outcome: isLost ? 'blocked' : 'sent' })
      : serverEvent({ ...shared, id: `s${number}`, outcome: isLost ? 'rejected' : 'accepted' });
  };
  if (fate === 'lost later') return [as(false), as(true)];
  return fate === 'found later' ? [as(true), as(false)] : [as(fate === 'lost')];
}

/** In any order and in steps of any size, but an answer never before its event. */
const arrivals = fc
  .array(sends, { maxLength: 14 })
  .chain((list) =>
    fc.tuple(
      fc.shuffledSubarray(
        list.flatMap((send, at) => sightings(send, at + 1).map(() => at)),
        { minLength: 0 },
      ),
      fc.constant(list.map((send, at) => sightings(send, at + 1))),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 30, maxLength: 30 }),
    ),
  )
  .map(([order, seen, sizes]) => {
    const waiting = seen.map((each) => [...each]);
    const events = order.flatMap((at) => waiting[at]?.shift() ?? []);
    return sizes.map((size) => events.splice(0, size)).filter((step) => step.length > 0);
  });

type Known = { events: TrackedEvent[]; pairs: Pair[]; findings: Finding[] };

/** Counts everything anew, in the plainest way. */
function recount({ events, pairs, findings }: Known): ReportSummary {
  const own = events.filter(({ role }) => role === 'event');
  const verdicts = (of: Pair[]) => {
    const count = (verdict: Pair['verdict']) => of.filter((pair) => pair.verdict === verdict).length;
    const [deduplicated, fallback, doubleCounted] = [count('deduplicated'), count('fallback'), count('double-counted')];
    return {
      deduplicated,
      fallback,
      doubleCounted,
      browserOnly: count('browser-only'),
      serverOnly: count('server-only'),
    };
  };
  const orders = (of: Pair[]) => new Set(of.flatMap(({ order }) => order ?? [])).size;
  const severity = (level: Finding['severity']) => findings.filter((finding) => finding.severity === level).length;
  const onSide = (of: TrackedEvent[], side: TrackedEvent['side']) => of.filter((event) => event.side === side);
  const rowOf = (eventName: string) => {
    const [mine, named] = [
      own.filter((event) => event.eventName === eventName),
      pairs.filter((pair) => pair.eventName === eventName),
    ];
    const counting = onSide(mine, 'browser').filter(countsAtMeta);
    const joined = named.filter(({ verdict }) => verdict === 'deduplicated' || verdict === 'fallback');
    const covered = counting.filter(({ id }) => joined.some(({ browser }) => (browser as string[]).includes(id)));
    return {
      eventName,
      browserEvents: onSide(mine, 'browser').length,
      serverEvents: onSide(mine, 'server').length,
      ...verdicts(named),
      orders: orders(named),
      coverage: counting.length === 0 ? null : Math.round((covered.length / counting.length) * 10_000) / 10_000,
    };
  };
  return {
    browserEvents: onSide(own, 'browser').length,
    serverEvents: onSide(own, 'server').length,
    orders: orders(pairs),
    pairs: verdicts(pairs),
    countedByMeta: pairs.reduce((total, { counted }) => total + counted, 0),
    distinctActions: pairs.reduce((total, { actions, repeatOf }) => total + (repeatOf === null ? actions : 0), 0),
    findings: { error: severity('error'), warning: severity('warning'), info: severity('info') },
    byEventName: [...new Set(pairs.map(({ eventName }) => eventName))].sort().map(rowOf),
  };
}

function startSession(summary: RunningSummary) {
  const [pairing, diagnosis, events] = [createPairing(), createDiagnosis(), new Map<string, TrackedEvent>()];
  return {
    step(arrived: TrackedEvent[]) {
      for (const event of arrived) events.set(event.id, event);
      const pairs = pairing.step(arrived);
      const findings = diagnosis.step(arrived, pairs);
      const removed = { removedPairs: pairs.removed, removedFindings: findings.removed };
      summary.take({ events: arrived, pairs: pairs.upserted, findings: findings.upserted, ...removed });
    },
    known: (): Known => ({ events: [...events.values()], pairs: pairing.pairs(), findings: diagnosis.findings() }),
  };
}

describe('the running summary', () => {
  it('says after every step what a count of the whole session says', () => {
    fc.assert(
      fc.property(arrivals, (steps) => {
        const summary = createRunningSummary();
        const session = startSession(summary);
        for (const step of steps) {
          session.step(step);
          expect(summary.now([])).toEqual(recount(session.known()));
        }
      }),
      { numRuns: 300 },
    );
  });
});
