/** A busy shop's session with as many pairs as a test or a bench needs, the same for the same number. */
import type { BrowserEvent, ServerEvent } from '../../shared/model/event.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { createRandom, type Random } from './generate/random.ts';
import { pairOf } from './view-rows.ts';
import { emptySession, type ViewSession } from './view-session.ts';

export type ManyPairs = {
  pairs: number;
  /** From the first to the last visit. */
  spanMs: number;
  /** Server events leave from a queue that is this late; 0: at once. */
  queueMs?: number;
  /** ms since the epoch. */
  start?: number;
};

const names = ['PageView', 'PageView', 'ViewContent', 'AddToCart', 'InitiateCheckout', 'Purchase'];
const pages = ['/', '/coats', '/coats/alpine', '/cart', '/checkout', '/thank-you'];

type Kind = Pick<Pair, 'verdict' | 'rule' | 'counted'>;
const kinds: [share: number, Kind][] = [
  [0.9, { verdict: 'deduplicated', rule: 'P1', counted: 1 }],
  [0.94, { verdict: 'fallback', rule: 'P2', counted: 1 }],
  [0.955, { verdict: 'double-counted', rule: 'P3', counted: 2 }],
  [0.98, { verdict: 'browser-only', rule: null, counted: 1 }],
  [1, { verdict: 'server-only', rule: 'P1', counted: 1 }],
];

export function manyPairs({
  pairs,
  spanMs,
  queueMs = 0,
  start = Date.UTC(2026, 10, 24, 9, 0),
}: ManyPairs): ViewSession {
  const random = createRandom(pairs);
  const session: ViewSession = { ...emptySession, events: [], pairs: [], pageLoads: [] };
  const visits = Math.ceil(pairs / names.length);
  const starts = Array.from({ length: visits }, () => start + Math.floor(random.fraction() * spanMs)).sort(
    (a, b) => a - b,
  );
  for (const visitAt of starts) {
    let at = visitAt;
    for (const [step, name] of names.entries()) {
      if (session.pairs.length >= pairs) break;
      const number = session.pairs.length + 1;
      addPair(session, { number, name, page: pages[step] ?? '/', at, queueMs, random });
      at += step === 0 ? 900 : 1500 + Math.floor(random.fraction() * 20_000);
    }
  }
  return session;
}

type Plan = { number: number; name: string; page: string; at: number; queueMs: number; random: Random };

function addPair(session: ViewSession, { number, name, page, at, queueMs, random }: Plan): void {
  const drawn = random.fraction();
  const kind = kinds.find(([share]) => drawn < share)?.[1] ?? kinds[0]?.[1];
  if (kind === undefined) throw new Error('There are kinds of pairs.');
  const gapMs = kind.verdict === 'browser-only' ? null : 200 + Math.floor(random.fraction() ** 4 * 9000);
  const base = { ...blank, eventName: name, eventId: `id-${number}`, at, url: `https://shop.example${page}` };
  const browser: BrowserEvent = {
    ...base,
    side: 'browser',
    id: `b${number}`,
    seenAt: at + 40,
    outcome: kind.verdict === 'server-only' ? 'blocked' : 'sent',
    answer: null,
    transport: 'form',
  };
  session.events.push(browser);
  if (gapMs !== null) {
    const sentAt = queueMs === 0 ? at + gapMs + 80 : Math.ceil((at + gapMs) / queueMs + 1) * queueMs;
    session.events.push(serverEvent({ ...base, at: at + gapMs, seenAt: sentAt }, number));
  }
  session.pairs.push(pairBetween({ number, name, at, gapMs, kind }));
}

function serverEvent(base: typeof blank, number: number): ServerEvent {
  return {
    ...base,
    side: 'server',
    id: `s${number}`,
    outcome: 'accepted',
    answer: null,
    actionSource: 'website',
    ip: null,
    testEventCode: null,
    shows: { userData: true, customData: true },
    request: `r${number}`,
    rejection: null,
  };
}

type Between = { number: number; name: string; at: number; gapMs: number | null; kind: Kind };

function pairBetween({ number, name, at, gapMs, kind }: Between): Pair {
  return pairOf({
    ...kind,
    key: `pair-b${number}`,
    eventName: name,
    at,
    browser: [`b${number}`],
    server: gapMs === null ? [] : [`s${number}`],
    gapMs,
    order: name === 'Purchase' ? String(number) : null,
    why: gapMs === null ? 'No server event for this Pixel call.' : 'Same dataset, event name and event_id.',
  });
}

const blank = {
  datasetId: '1234567890123456',
  eventName: '',
  eventId: null as string | null,
  role: 'event' as const,
  at: 0,
  hasOwnTime: true,
  seenAt: null as number | null,
  source: { input: 0, at: 'capture 1' },
  url: null as string | null,
  userAgent: null,
  fbp: null,
  fbc: null,
  userData: {},
  customData: {},
  other: {},
  damage: [],
  fact: 'capture-1',
};
