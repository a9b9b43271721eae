import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnosis } from '../../shared/diagnose/diagnosis.ts';
import type { TrackedEvent } from '../../shared/model/event.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { createPairing } from '../../shared/pair/pairing.ts';
import { browserEvent, hour, serverEvent, start } from '../support/events.ts';

/** Few values, so that events collide in every way: same ids, same visitors, same orders. */
const traits = fc.record({
  isBrowser: fc.boolean(),
  eventId: fc.constantFrom(null, 'a', 'A', 'order-1', '1', '0001', 'x-77'),
  eventName: fc.constantFrom('Purchase', 'purchase', 'AddToCart'),
  datasetId: fc.constantFrom('1', '1', '1', '2', null),
  fbp: fc.constantFrom(null, 'fb.1.1.1', 'fb.1.1.2'),
  order: fc.constantFrom(null, '1', '2'),
  offsetMs: fc.constantFrom(0, 1, 500, 5000, 61_000, hour, 47 * hour, 50 * hour, 170 * hour),
  outcome: fc.constantFrom('fine', 'fine', 'lost'),
  value: fc.constantFrom(10, 10, 20, -10),
  site: fc.constantFrom('shop', 'shop', 'garden'),
});

const events: fc.Arbitrary<TrackedEvent[]> = fc.array(traits, { maxLength: 12 }).map((list) =>
  list.map(({ isBrowser, order, offsetMs, outcome, value, site, ...ids }, at): TrackedEvent => {
    const customData = { value, currency: 'EUR', ...(order === null ? {} : { order_id: order }) };
    const own = { ...ids, customData, url: `https://${site}.example/thanks`, at: start + offsetMs };
    return isBrowser
      ? browserEvent({ ...own, id: `b${at + 1}`, outcome: outcome === 'lost' ? 'blocked' : 'sent' })
      : serverEvent({ ...own, id: `s${at + 1}`, outcome: outcome === 'lost' ? 'rejected' : 'accepted' });
  }),
);

type Conclusions = { pairs: Pair[]; findings: Finding[] };

function conclude(batches: readonly TrackedEvent[][]): Conclusions {
  const pairing = createPairing();
  const diagnosis = createDiagnosis();
  for (const batch of batches) diagnosis.step(batch, pairing.step(batch));
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  return { pairs: pairing.pairs().sort(byKey), findings: diagnosis.findings().sort(byKey) };
}

const shuffled = events.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
);

describe('pairing and diagnosis', () => {
  it('come out the same in any order of arrival', () => {
    fc.assert(
      fc.property(shuffled, ([list, mixed]) => {
        expect(conclude([mixed])).toEqual(conclude([list]));
      }),
      { numRuns: 400 },
    );
  });

  it('come out the same one by one and all at once', () => {
    fc.assert(
      fc.property(shuffled, ([list, mixed]) => {
        expect(conclude(mixed.map((event) => [event]))).toEqual(conclude([list]));
      }),
      { numRuns: 400 },
    );
  });

  it('do not change when everything is fed twice', () => {
    fc.assert(
      fc.property(events, (list) => {
        const pairing = createPairing();
        pairing.step(list);
        expect(pairing.step(list)).toEqual({ upserted: [], removed: [] });
      }),
    );
  });

  it('put every event that stands for itself into exactly one pair', () => {
    fc.assert(
      fc.property(events, (list) => {
        const held = conclude([list]).pairs.flatMap(({ browser, server }) => [...browser, ...server]);
        expect(held.sort()).toEqual(list.map(({ id }) => id).sort());
      }),
    );
  });

  it('report each change that happened: applied to what was there, changes give what is there', () => {
    fc.assert(
      fc.property(events, (list) => {
        const pairing = createPairing();
        const seen = new Map<string, Pair>();
        for (const event of list) {
          const { upserted, removed } = pairing.step([event]);
          for (const key of removed) seen.delete(key);
          for (const pair of upserted) seen.set(pair.key, pair);
        }
        expect([...seen.values()].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
          pairing.pairs().sort((a, b) => (a.key < b.key ? -1 : 1)),
        );
      }),
    );
  });

  it('never count more than there is, nor less than nothing', () => {
    fc.assert(
      fc.property(events, (list) => {
        for (const { counted, browser, server } of conclude([list]).pairs) {
          expect(counted).toBeGreaterThanOrEqual(0);
          expect(counted).toBeLessThanOrEqual(browser.length + server.length);
        }
      }),
    );
  });
});
