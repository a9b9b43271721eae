/** A filter that follows a session gives the pairs that one made afresh from the same rows gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPairFilter, keepPairs } from '../../shared/filter/pair-filter.ts';
import { parseFilter } from '../../shared/filter/parse.ts';
import type { FilterNews } from '../../shared/filter/subject-index.ts';
import type { EventId } from '../../shared/model/event.ts';
import { applyRows, emptyRows, type SessionRows } from '../../shared/view/session-rows.ts';
import { eventRowOf, findingOf, pairOf } from '../support/view-rows.ts';

const texts = [
  'lead',
  'event:Lead',
  'value>50',
  'issue:a',
  '-issue:b',
  'channel:server missing:em',
  'b3 or order:7',
  's2',
];
const filters = texts.map((text) => {
  const reading = parseFilter(text);
  if (!reading.ok) throw new Error(reading.fault.message);
  return reading.filter;
});

const number = fc.integer({ min: 1, max: 6 });
const event = fc
  .record({
    side: fc.constantFrom('b', 's'),
    number,
    name: fc.constantFrom('Lead', 'Search'),
    value: fc.nat(99),
    has: fc.boolean(),
  })
  .map(({ side, number: n, name, value, has }) =>
    eventRowOf({ id: `${side}${n}` as EventId, eventName: name, value, keys: has ? ['em'] : [] }),
  );
const finding = fc
  .record({ code: fc.constantFrom('a.x', 'b.x'), pair: fc.option(number), about: number })
  .map(({ code, pair, about }) =>
    pair === null
      ? findingOf({ key: `${code}/b${about}`, code, events: [`b${about}`] })
      : findingOf({ code, pair: `pair-b${pair}` }),
  );

/** Each event belongs to one pair, or none, and moves between them; pairs without events are none. */
type Step = Omit<FilterNews, 'pairs' | 'removedPairs'> & { moves: [EventId, number][]; at: number; order: number };
const step: fc.Arbitrary<Step> = fc.record({
  events: fc.array(event, { maxLength: 3 }),
  moves: fc.array(
    fc.tuple(
      fc.tuple(fc.constantFrom('b', 's'), number).map(([side, n]) => `${side}${n}` as EventId),
      fc.integer({ min: 0, max: 4 }),
    ),
    { maxLength: 3 },
  ),
  at: fc.nat(9),
  order: fc.integer({ min: 6, max: 8 }),
  findings: fc.array(finding, { maxLength: 2 }),
  removedFindings: fc.array(
    finding.map(({ key }) => key),
    { maxLength: 2 },
  ),
});

/** What the step does to the pairs, given where each event stood. */
function newsOf({ moves, at, order, ...news }: Step, owners: Map<EventId, number>): FilterNews {
  const touched = new Set<number>();
  for (const [id, to] of moves) {
    touched.add(owners.get(id) ?? 0).add(to);
    owners.set(id, to);
  }
  touched.delete(0);
  const members = (pair: number) => [...owners].flatMap(([id, owner]) => (owner === pair ? [id] : []));
  const filled = [...touched].filter((pair) => members(pair).length > 0);
  return {
    ...news,
    pairs: filled.map((pair) => {
      const ids = members(pair);
      const [browser, server] = [ids.filter((id) => id.startsWith('b')), ids.filter((id) => id.startsWith('s'))];
      return pairOf({ key: `pair-b${pair}`, at: (at + pair * 3) % 10, order: String(order), browser, server });
    }),
    removedPairs: [...touched].filter((pair) => !filled.includes(pair)).map((pair) => `pair-b${pair}`),
  };
}

const rowsOf = ({ inOrder, events, findings }: SessionRows) => ({ pairs: inOrder, events, findings });

test('after any changes it keeps what a fresh one keeps, whether the filter stood or was typed since', () => {
  const wishes = fc.array(fc.tuple(step, fc.nat(filters.length - 1), fc.boolean()), { maxLength: 14 });
  fc.assert(
    fc.property(wishes, fc.nat(14), (steps, startAt) => {
      const owners = new Map<EventId, number>();
      let rows = emptyRows;
      let following = createPairFilter(rowsOf(rows));
      for (const [index, [next, choice, isPrepared]] of steps.entries()) {
        const news = newsOf(next, owners);
        rows = applyRows(rows, {
          ...news,
          events: [...news.events],
          pairs: [...news.pairs],
          removedPairs: [...news.removedPairs],
          findings: [...news.findings],
          removedFindings: [...news.removedFindings],
        });
        if (index === startAt) following = createPairFilter(rowsOf(rows));
        else following.take(news);
        if (isPrepared) following.prepare();
        const standing = filters[startAt % filters.length];
        const typed = filters[choice];
        for (const filter of [standing, typed, standing]) {
          if (filter !== undefined) expect(following.keep(filter)).toEqual(keepPairs(rowsOf(rows), filter));
        }
      }
    }),
  );
});
