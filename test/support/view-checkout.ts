/** A checkout of fourteen actions with all five verdicts and findings with causes, for tests and pictures of the view. */
import type { FieldComparison } from '../../shared/view/rows.ts';
import { type ViewAction, viewSession } from './view-actions.ts';

const checkoutStart = Date.UTC(2026, 10, 24, 9, 2, 0, 458);

const whyJoined = (apart: string) => `Same dataset, event name and event_id, ${apart} apart.`;
const joined = (gapMs: number, apart: string) =>
  ({ verdict: 'deduplicated', rule: 'P1', gapMs, why: whyJoined(apart) }) as const;
const differs = (field: string, browser: string, server: string): FieldComparison => ({
  field,
  group: field === 'value' ? 'content' : 'identity',
  browser,
  server,
  state: 'differs',
});
const noServer = {
  pair: { verdict: 'browser-only', rule: null, why: 'No server event for this Pixel call.' },
  findings: [
    {
      code: 'coverage.server-missing',
      title: 'No server twin for this Pixel call',
      detail:
        'The server sends other events of this name, and none for this one. Where a blocker stops the Pixel, Meta hears nothing.',
      fix: 'Send this event from the server too, with the same event_id.',
      eventsManager: 'Event coverage',
    },
  ],
} satisfies Pick<ViewAction, 'pair' | 'findings'>;

const missingFbc = {
  code: 'key.missing-fbc',
  title: 'The click id does not reach the server event',
  detail: 'The browser holds _fbc, the server event carries no fbc. Meta cannot join it with the ad that was clicked.',
  fix: 'Read the _fbc cookie on the server and send it unchanged as user_data.fbc.',
  eventsManager: 'Click ID (fbc) missing',
};

const actions: ViewAction[] = [
  { name: 'PageView', at: 0, page: '/', browser: {}, server: {}, pair: { ...joined(640, '640 ms'), kept: 'b1' } },
  {
    name: 'PageView',
    at: 14_200,
    page: '/coats',
    browser: {},
    server: {},
    pair: { ...joined(710, '710 ms'), kept: 'b2' },
  },
  {
    name: 'ViewContent',
    at: 38_900,
    page: '/coats/alpine',
    browser: {},
    server: {},
    pair: { ...joined(1210, '1.2 s'), kept: 'b3' },
  },
  {
    name: 'PageView',
    at: 38_200,
    page: '/coats/alpine',
    browser: {},
    ...noServer,
    pair: { ...noServer.pair, kept: 'b4' },
  },
  {
    name: 'AddToCart',
    at: 52_300,
    page: '/coats/alpine',
    browser: {},
    server: {},
    pair: { ...joined(2410, '2.4 s'), kept: 'b5' },
    findings: [missingFbc],
  },
  {
    name: 'AddToCart',
    at: 71_000,
    page: '/coats/alpine',
    browser: { eventId: null },
    server: {},
    pair: {
      verdict: 'fallback',
      rule: 'P2',
      gapMs: 3900,
      kept: 'b6',
      why: 'No shared event_id, but the same fbp, browser first, 3.9 s apart.',
    },
    differing: [
      { field: 'event_id', group: 'identity', browser: null, server: 'addtocart-7f3c9a1e6', state: 'server-only' },
    ],
    findings: [
      {
        code: 'id.missing-browser',
        severity: 'error',
        title: 'The Pixel call carries no event_id',
        detail:
          'The server sent “addtocart-7f3c9a1e6”, the Pixel no eid. Meta joins the two by fbp alone, which fails as soon as the cookie is missing.',
        fix: 'Pass { eventID: id } as the fourth argument of fbq, with the id that the server sends.',
        eventsManager: 'Event ID missing',
      },
    ],
  },
  {
    name: 'PageView',
    at: 96_400,
    page: '/cart',
    browser: {},
    server: {},
    pair: { ...joined(580, '580 ms'), kept: 'b7' },
  },
  {
    name: 'PageView',
    at: 133_000,
    page: '/checkout',
    browser: {},
    ...noServer,
    pair: { ...noServer.pair, kept: 'b8' },
  },
  {
    name: 'InitiateCheckout',
    at: 133_800,
    page: '/checkout',
    browser: {},
    server: {},
    pair: { ...joined(1840, '1.8 s'), kept: 'b9' },
  },
  {
    name: 'InitiateCheckout',
    at: 168_500,
    page: '/checkout/address',
    browser: { eventId: 'IC-88213' },
    server: { eventId: 'ic-88213' },
    pair: {
      verdict: 'double-counted',
      rule: 'P3',
      gapMs: 2050,
      counted: 2,
      evidence: [
        { kind: 'fbp', browser: 'fb.1.1795494120458.1098115397', server: 'fb.1.1795494120458.1098115397' },
        { kind: 'value', browser: '49.9 EUR', server: '49.9 EUR' },
      ],
      why: 'Both sides sent it and Meta would not join them: the event_ids differ by case.',
    },
    differing: [differs('event_id', 'IC-88213', 'ic-88213')],
    findings: [
      {
        code: 'dup.double-counted',
        severity: 'error',
        title: 'Meta counts this action twice',
        detail: 'Both copies arrive and nothing joins them.',
        fix: 'Mend the event_id; the duplicate goes away with it.',
        causedBy: 'id.mismatch',
      },
      {
        code: 'id.mismatch',
        severity: 'error',
        title: 'The two copies carry different event_ids',
        detail:
          'The Pixel sent “IC-88213”, the server “ic-88213” for the same action. They differ by case. To Meta these are two events.',
        fix: 'Ids are compared with their case: do not change it on the way. Pixel: the fourth argument { eventID: id } of fbq; server: event_id.',
        eventsManager: 'Event IDs do not match between Pixel and server',
      },
    ],
  },
  {
    name: 'PageView',
    at: 231_000,
    page: '/thank-you',
    browser: {},
    server: {},
    pair: { ...joined(690, '690 ms'), kept: 'b11' },
  },
  {
    name: 'Purchase',
    at: 232_100,
    page: '/thank-you',
    browser: {
      eventId: 'order-1001',
      fbc: 'fb.1.1795494120458.AbCdEfGh',
      customData: { value: 49.9, currency: 'EUR', order_id: '1001' },
    },
    server: { eventId: '1001', customData: { value: 59.38, currency: 'EUR', order_id: '1001' } },
    pair: {
      verdict: 'double-counted',
      rule: 'P3',
      gapMs: 2410,
      counted: 2,
      order: '1001',
      evidence: [{ kind: 'order', browser: '1001', server: '1001' }],
      why: 'Both sides sent it and Meta would not join them: the event_ids differ by prefix.',
    },
    differing: [
      differs('event_id', 'order-1001', '1001'),
      differs('value', '49.9', '59.38'),
      {
        field: 'fbc',
        group: 'match keys',
        browser: 'fb.1.1795494120458.AbCdEfGh',
        server: null,
        state: 'browser-only',
      },
      {
        field: 'em',
        group: 'match keys',
        browser: null,
        server: '86e0b9fc7d1b5a0c2f24c3b1f3a3de2bb2a0c6f5d8f2a0c1b4e4f3d2c1b0a998',
        state: 'server-only',
      },
    ],
    findings: [
      {
        code: 'id.mismatch',
        severity: 'error',
        title: 'The two copies carry different event_ids',
        detail:
          'The Pixel sent “order-1001”, the server “1001” for the same action. They differ by prefix. To Meta these are two events.',
        fix: 'Build the id in one place and use the same text on both sides. Pixel: the fourth argument { eventID: id } of fbq; server: event_id.',
        eventsManager: 'Event IDs do not match between Pixel and server',
      },
      {
        code: 'dup.double-counted',
        severity: 'error',
        title: 'Meta counts this action twice',
        detail: 'Two purchases of 49.90 and 59.38 EUR are reported for one order.',
        fix: 'Mend the event_id; the duplicate goes away with it.',
        causedBy: 'id.mismatch',
      },
      {
        code: 'content.value-differs',
        severity: 'error',
        title: 'The two copies report different values',
        detail: 'The Pixel sent 49.9, the server 59.38: the difference is 19%, a usual tax rate.',
        fix: 'Decide for one of gross and net, and send the same value from both sides: fbq value and custom_data.value.',
      },
      missingFbc,
    ],
  },
  {
    name: 'Purchase',
    at: 268_000,
    page: '/thank-you',
    browser: { eventId: 'order-1002', outcome: 'blocked', answer: 'net::ERR_BLOCKED_BY_CLIENT' },
    server: { eventId: 'order-1002' },
    pair: {
      verdict: 'server-only',
      rule: 'P1',
      gapMs: 73_000,
      kept: 's13',
      order: '1002',
      why: 'Only the server event counts: the Pixel call was blocked in the browser (net::ERR_BLOCKED_BY_CLIENT).',
    },
    findings: [
      {
        code: 'delivery.blocked',
        severity: 'error',
        title: 'The Pixel call was blocked in the browser',
        detail:
          'An extension or filter stopped it before it left (net::ERR_BLOCKED_BY_CLIENT). Meta has the server event alone.',
        fix: 'Nothing to mend for this visitor: the server event stands in. Make sure that every event has one.',
      },
      {
        code: 'time.late',
        title: 'The server event left late',
        detail: 'It left 1 min 13 s after the action. Events up to a minute old serve Meta best.',
        fix: 'Send it when the order is placed instead of from a queue that runs by the minute.',
        eventsManager: 'Data freshness',
      },
    ],
  },
  {
    name: 'ViewContent',
    at: 372_000,
    page: '/scarves/merino',
    browser: {},
    ...noServer,
    pair: { ...noServer.pair, kept: 'b14' },
  },
];

export const checkoutSession = viewSession(checkoutStart, actions);

/** The same checkout with several hundred pairs, for how the view bears them. */
export function longSession(rounds: number) {
  const repeated = Array.from({ length: rounds }, (_, round) =>
    actions.map((action) => ({ ...action, at: action.at + round * 400_000 })),
  );
  return viewSession(checkoutStart, repeated.flat());
}
