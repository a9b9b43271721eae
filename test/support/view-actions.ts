/** Writes a stand-in session action by action, with both copies as a shop would send them. */
import type { BrowserEvent, ServerEvent } from '../../shared/model/event.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import type { FieldComparison } from '../../shared/view/rows.ts';
import { findingOf, pairOf } from './view-rows.ts';
import { emptySession, type ViewSession } from './view-session.ts';

export type ViewAction = {
  name: string;
  /** ms after the start of the session. */
  at: number;
  page: string;
  browser?: Partial<BrowserEvent>;
  server?: Partial<ServerEvent>;
  pair: Partial<Pair>;
  differing?: FieldComparison[];
  findings?: (Pick<Finding, 'code'> & Partial<Finding>)[];
};

const datasetId = '1234567890123456';
const shop = 'https://shop.example';
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const fbp = 'fb.1.1795494120458.1098115397';

/** `start`: ms since the epoch. */
export function viewSession(start: number, actions: ViewAction[]): ViewSession {
  const session: ViewSession = { ...emptySession, events: [], pairs: [], findings: [], comparisons: {}, raw: {} };
  for (const [index, action] of actions.entries()) addAction(session, { action, number: index + 1, start });
  return session;
}

type Place = { action: ViewAction; number: number; start: number };

function addAction(session: ViewSession, { action, number, start }: Place): void {
  const at = start + action.at;
  const browser = action.browser === undefined ? null : browserEvent(action, { number, at });
  const gapMs = action.pair.gapMs ?? null;
  const server = action.server === undefined ? null : serverEvent(action, { number, at: at + (gapMs ?? 0) });
  const key = `p${number}`;
  for (const event of [browser, server]) if (event !== null) session.events.push(event);
  session.pairs.push(
    pairOf({
      key,
      datasetId,
      eventName: action.name,
      at,
      browser: browser === null ? [] : [browser.id],
      server: server === null ? [] : [server.id],
      ...action.pair,
    }),
  );
  session.comparisons[key] = [...(action.differing ?? []), ...commonFields(browser, server)];
  for (const finding of action.findings ?? []) session.findings.push(findingOf({ pair: key, ...finding }));
  if (browser !== null) session.raw[browser.id] = rawCall(browser);
  if (server !== null) session.raw[server.id] = rawRequest(server);
}

type When = { number: number; at: number };

function browserEvent({ name, page, browser }: ViewAction, { number, at }: When): BrowserEvent {
  return {
    ...eventBase({ name, page }, { number, at }),
    side: 'browser',
    id: `b${number}`,
    seenAt: at + 54,
    source: { input: 0, at: `capture ${number}` },
    fact: `capture-${number}`,
    outcome: 'sent',
    answer: '200',
    transport: 'form',
    ...browser,
  };
}

function serverEvent({ name, page, server }: ViewAction, { number, at }: When): ServerEvent {
  return {
    ...eventBase({ name, page }, { number, at }),
    side: 'server',
    id: `s${number}`,
    seenAt: at + 120,
    source: { input: 1, at: `line ${number}` },
    fact: `line-${number}`,
    outcome: 'logged',
    answer: null,
    actionSource: 'website',
    ip: '203.0.113.24',
    testEventCode: null,
    shows: { userData: true, customData: true },
    request: `line-${number}`,
    rejection: null,
    userData: { em: ['86e0b9fc7d1b5a0c2f24c3b1f3a3de2bb2a0c6f5d8f2a0c1b4e4f3d2c1b0a998'], external_id: ['4f2a9d'] },
    ...server,
  };
}

function eventBase({ name, page }: { name: string; page: string }, { number, at }: When) {
  return {
    datasetId,
    eventName: name,
    eventId: `${name.toLowerCase()}-7f3c9a1e${number}`,
    role: 'event' as const,
    at,
    hasOwnTime: true,
    url: `${shop}${page}`,
    userAgent,
    fbp,
    fbc: null,
    userData: {},
    customData: name === 'PageView' ? {} : { value: 49.9, currency: 'EUR', content_ids: ['SKU-204'] },
    other: {},
    damage: [],
  };
}

function commonFields(browser: BrowserEvent | null, server: ServerEvent | null): FieldComparison[] {
  const event = browser ?? server;
  if (event === null) return [];
  const state = browser === null ? 'server-only' : server === null ? 'browser-only' : 'same';
  const field = (group: FieldComparison['group'], name: string, value: string | null): FieldComparison[] =>
    value === null ? [] : [{ field: name, group, browser: browser && value, server: server && value, state }];
  return [
    ...field('identity', 'dataset', event.datasetId),
    ...field('identity', 'event_name', event.eventName),
    ...field('match keys', 'fbp', event.fbp),
    ...field('match keys', 'user agent', event.userAgent),
    ...field('context', 'page', event.url),
  ];
}

function rawCall(event: BrowserEvent) {
  return {
    kind: 'browser-call' as const,
    method: 'POST',
    url: 'https://www.facebook.com/tr/',
    contentType: 'application/x-www-form-urlencoded',
    body: `id=${event.datasetId}&ev=${event.eventName}&dl=${encodeURIComponent(event.url ?? '')}&ts=${event.at}&eid=${event.eventId}&fbp=${event.fbp}`,
    answer: event.answer,
  };
}

function rawRequest(event: ServerEvent) {
  const body = {
    data: [
      {
        event_name: event.eventName,
        event_time: Math.floor(event.at / 1000),
        event_id: event.eventId,
        action_source: event.actionSource,
        user_data: { ...event.userData, fbp: event.fbp },
        custom_data: event.customData,
      },
    ],
  };
  return {
    kind: 'server-record' as const,
    method: 'POST',
    url: `https://graph.facebook.com/v24.0/${event.datasetId}/events`,
    contentType: 'application/json',
    body: JSON.stringify(body, null, 2),
    answer: event.answer,
  };
}
