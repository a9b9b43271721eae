/** The few words of the list say the same as the sentence of the detail. */
import { expect, it } from 'vitest';
import { eventRow } from '../../../shared/view/rows.ts';
import { shortReason } from '../../../shared/view/short-reason.ts';
import { browserEvent, hour, judge, second, serverEvent, start } from '../../support/events.ts';

type Change = { browser?: object | null; server?: object | null };

/** What the list says of one action, and what the detail says. */
function reasonOf({ browser = {}, server = {} }: Change): { short: string; whole: string } {
  const events = [
    ...(browser === null ? [] : [browserEvent({ id: 'b1', ...browser })]),
    ...(server === null ? [] : [serverEvent({ id: 's1', ...server })]),
  ];
  const [pair] = judge(events).pairs;
  if (pair === undefined) throw new Error('no pair');
  return { short: shortReason(pair, events.map(eventRow)), whole: pair.why };
}

const cases: [short: string, whole: RegExp, change: Change][] = [
  ['Same event_id', /^Same dataset, event name and event_id/, {}],
  ['No shared event_id: same fbp', /^No shared event_id, but the same fbp/, { browser: { eventId: null } }],
  ['event_ids differ by prefix', /differ by prefix/, { server: { eventId: '1001' } }],
  ['event_ids differ', /the event_ids differ\./, { server: { eventId: 'b7f2' } }],
  ['Event names differ', /event names differ/, { server: { eventName: 'purchase' } }],
  ['Different datasets', /different datasets/, { server: { datasetId: '99999' } }],
  ['More than 48 h apart', /more than 48 h/, { server: { seenAt: start + 50 * hour } }],
  [
    'No event_id in the browser',
    /the Pixel call carries no event_id/,
    { browser: { eventId: null, at: start + 3 * second }, server: { at: start, seenAt: start + 300 } },
  ],
  ['No server copy', /^No server event for this Pixel call/, { server: null }],
  ['No browser copy', /^No Pixel call for this server event/, { browser: null }],
  ['Blocked in the browser', /the Pixel call was blocked/, { browser: { outcome: 'blocked', answer: null } }],
  ['Cut off in the browser', /the Pixel call was cut off/, { browser: { outcome: 'aborted', answer: null } }],
  ['Failed in the browser', /the Pixel call failed/, { browser: { outcome: 'failed', answer: null }, server: null }],
  ['Refused by Meta', /Meta refused the server event/, { server: { outcome: 'rejected', answer: '400' } }],
];

it.each(cases)('the list says “%s” where the sentence says %s', (short, whole, change) => {
  const reason = reasonOf(change);
  expect(reason.short).toBe(short);
  expect(reason.whole).toMatch(whole);
});

it('an action that was sent once more says by which side', () => {
  const events = [
    browserEvent({ id: 'b1', eventId: null }),
    browserEvent({ id: 'b2', eventId: null, at: start + 3 * second }),
  ];
  const again = judge(events).pairs.find(({ repeatOf }) => repeatOf !== null);
  if (again === undefined) throw new Error('no second send');
  const copies = events.filter(({ id }) => again.browser.includes(id)).map(eventRow);
  expect(shortReason(again, copies)).toBe('Sent again by the browser');
});
