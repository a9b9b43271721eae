/** The measures as a report shows them. */
import { expect, it } from 'vitest';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import { textReport } from '../../../shared/report/text-report.ts';
import { browserEvent, judge, second, serverEvent, start } from '../../support/events.ts';

const reportOf = (events: TrackedEvent[]) => buildReport({ inputs: [], events, ...judge(events) }, { reveal: false });

const order = (order_id: string) => ({ customData: { value: 5, currency: 'EUR', order_id } });
const events = [
  browserEvent({ id: 'b9' }),
  serverEvent({ id: 's1', customData: { value: 7, currency: 'EUR', order_id: '1001' } }),
  browserEvent({ id: 'b1', at: start + 60 * second, eventId: 'x', fbp: null, outcome: 'blocked', ...order('1002') }),
];

it('a report names the pairs behind a measure by its own numbers', () => {
  const { scores, pairs } = reportOf(events);
  expect(pairs.map(({ id, browser }) => [id, browser])).toEqual([
    ['p1', ['b9']],
    ['p2', ['b1']],
  ]);
  expect(scores.completeness.parts).toEqual([{ cause: 'blocked', effect: 'missing', count: 1, pairs: ['p2'] }]);
  expect(scores.consistency.byField.find(({ field }) => field === 'value')?.pairs).toEqual(['p1']);
});

it('the text has a line for each measure, and where to look under it', () => {
  const block = textReport(reportOf(events)).split('Measures\n')[1];
  expect(block).toBe(
    [
      '  Completeness     –  2 actions, Meta would count 1: 1 blocked in the browser with no server copy. Too few to judge by a percentage.',
      '                      blocked: p2',
      '  Counted once     –  1 of 2 actions are counted exactly once. Too few to judge by a percentage.',
      "  Deduplication    –  1 of 1 browser events have a server twin that Meta joins by a shared key. Meta's goal for this event coverage is 75% over 7 days. Too few to judge by a percentage.",
      '  Consistency      –  In 0 of 1 pairs with both copies these agree: event_id 1 of 1, event_name 1 of 1, value 0 of 1, currency 1 of 1. Too few to judge by a percentage.',
      '                      value not the same: p1',
      "  Match keys       –  1 of 1 server events carry em, ph, external_id, fbp or fbc. Meta's own event match quality is not computable here: it depends on whom Meta finds. Too few to judge by a percentage.",
      '                      Purchase, of 1: em 1, client_ip_address 1, client_user_agent 1, fbp 1',
      '  Freshness        –  1 of 1 server events left within a minute of the action, 1 within an hour. Too few to judge by a percentage.',
      '',
    ].join('\n'),
  );
});

it('the text says shares where there is enough to judge', () => {
  const many = [1, 2, 3, 4, 5, 6, 7].map((n) =>
    browserEvent({ id: `b${n}`, eventId: `e${n}`, at: start + n * 60 * second, ...order(`${n}`) }),
  );
  const lost = { ...many[0], outcome: 'blocked' } as TrackedEvent;
  const text = textReport(reportOf([lost, ...many.slice(1)]));
  expect(text).toContain('  Completeness   86%  7 actions, Meta would count 6: 1 blocked');
});
