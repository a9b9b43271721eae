/** The sentences on the rules of pairing are those of the specification, and are told where the rules were at work. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import { rulesOfPair, rulesOfPairing } from '../../../shared/pair/rules-of-pairing.ts';
import { browserEvent, hour, judge, second, serverEvent, start } from '../../support/events.ts';

const spec = readFileSync(new URL('../../../shared/pair/SPEC.md', import.meta.url), 'utf8');

it('every rule of the specification is told, with its source and confidence', () => {
  const specified = [...spec.matchAll(/^\| (P\d) \| .* \| (.+) \| (\w+) \|$/gm)].map((row) => row.slice(1));
  expect(rulesOfPairing.map(({ id, source, confidence }) => [id, source, confidence])).toEqual(specified);
  expect(specified).toHaveLength(9);
});

const applied = (events: TrackedEvent[]) => judge(events).pairs.map((pair) => rulesOfPair(pair).map(({ id }) => id));
const b1 = browserEvent({ id: 'b1' });
const s1 = serverEvent({ id: 's1' });
const other = { customData: { value: 1, currency: 'EUR', content_ids: ['Z'], order_id: '77' } };

describe('the rules that made a pair', () => {
  const visits: [string, TrackedEvent[], string[][]][] = [
    ['a shared id: joined, and one copy kept', [b1, s1], [['P1', 'P7']]],
    ['no id, one visitor', [browserEvent({ id: 'b1', eventId: null }), s1], [['P2', 'P7']]],
    ['two ids, one order', [b1, serverEvent({ id: 's1', eventId: 'x' })], [['P3']]],
    ['the same id twice', [b1, browserEvent({ id: 'b2', at: start + second })], [['P0']]],
    ['one action, two ids', [b1, browserEvent({ id: 'b2', eventId: 'x', at: start + second })], [[], ['P5']]],
    ['one id, two orders', [b1, browserEvent({ id: 'b2', at: start + hour, ...other })], [['P8']]],
    ['a blocked call with its twin', [browserEvent({ id: 'b1', outcome: 'blocked' }), s1], [['P1', 'P6']]],
    ['a blocked call alone', [browserEvent({ id: 'b1', outcome: 'blocked' })], [['P6']]],
    ['an event alone', [b1], [[]]],
  ];

  it.each(visits)('%s', (_name, events, rules) => {
    expect(applied(events)).toEqual(rules);
  });

  it('candidates that fit equally well', () => {
    const plain = {
      eventId: null,
      fbp: null,
      userData: {},
      eventName: 'AddToCart',
      customData: { content_ids: ['A1'], value: 5, currency: 'EUR' },
    };
    const [left, right] = [20, 24].map((n) => browserEvent({ id: `b${n}`, at: start + n * second, ...plain }));
    const pairs = applied([
      left,
      right,
      serverEvent({ id: 's1', at: start + 22 * second, ...plain }),
    ] as TrackedEvent[]);
    expect(pairs).toContainEqual(['P4']);
  });
});
