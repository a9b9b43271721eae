/** A core of made-up answers, one for every call, for tests of what lies between it and its guests. */
import type { CallName, CallOutput, Handlers, PushData, PushListener } from '../../shared/api/contract.ts';
import { scoresOf } from '../../shared/measure/scores.ts';
import type { TrackedEvent } from '../../shared/model/event.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { idleStatus } from '../../shared/model/session.ts';
import { eventRow } from '../../shared/view/rows.ts';
import { emptySummary } from '../../shared/view/session-rows.ts';

const someEvent: TrackedEvent = {
  id: 'b1',
  side: 'browser',
  datasetId: '1234567890',
  eventName: 'Purchase',
  eventId: 'order-1001',
  role: 'event',
  at: 1_795_494_180_458,
  hasOwnTime: true,
  seenAt: null,
  source: { input: 0, at: 'capture 1' },
  url: 'https://shop.example/thank-you',
  userAgent: null,
  fbp: 'fb.1.1795494000000.1098115397',
  fbc: null,
  userData: { em: ['86e0…'] },
  customData: { value: 49.9, currency: 'EUR', contents: [{ id: 'mug', quantity: 1 }] },
  other: { v: '2.9' },
  damage: [],
  fact: 'call-1',
  outcome: 'sent',
  answer: '200',
  transport: 'form',
};

const somePair: Pair = {
  key: 'p-b1',
  datasetId: '1234567890',
  eventName: 'Purchase',
  verdict: 'browser-only',
  rule: null,
  browser: ['b1'],
  server: [],
  order: '1001',
  gapMs: null,
  kept: 'b1',
  counted: 1,
  actions: 1,
  repeatOf: null,
  evidence: [],
  why: 'Only the browser sent it.',
  at: someEvent.at,
  candidates: [],
};

const someFinding: Finding = {
  key: 'coverage.server-missing p-b1',
  code: 'coverage.server-missing',
  severity: 'warning',
  title: 'No server event',
  detail: 'The server sent nothing for this purchase.',
  fix: 'Send Purchase from the server with the same event_id.',
  eventsManager: null,
  source: 'Meta: Event coverage',
  confidence: 'medium',
  pair: 'p-b1',
  events: ['b1'],
  evidence: { browser: 'order-1001', server: null },
  causedBy: null,
};

export const outputs: { [N in CallName]: CallOutput<N> } = {
  'app.describe': { version: '0.1.0', engine: '0.1.0', browsers: [], sessionsFolder: '/sessions', recent: [] },
  'session.snapshot': {
    seq: 7,
    status: idleStatus,
    events: [eventRow(someEvent)],
    pairs: [somePair],
    findings: [someFinding],
    summary: emptySummary,
    marks: [],
    steps: [],
    pageLoads: [],
    next: 'more',
  },
  'session.page': { events: [], pairs: [somePair], findings: [], next: null },
  'session.record': {},
  'session.demo': {},
  'session.sample': {},
  'session.stop': {},
  'session.close': {},
  'session.set-mode': {},
  'endpoint.set-mode': {},
  'sources.check': { ways: [] },
  'app.clean-up': { removed: ['/home/authority'], kept: [] },
  'browser.lines': {
    lines: [{ id: 'brave', name: 'Brave', shell: 'sh', line: 'brave --proxy-server=http://127.0.0.1:41001' }],
    notes: [],
  },
  'session.trust-host': {},
  'session.distrust-host': {},
  'source.poll': {},
  'lan.open': {},
  'lan.close': {},
  'source.preview': { kind: 'log', files: [] },
  'session.stop-reading': {},
  'session.open': {},
  'session.import': {},
  'session.open-apart': { url: 'http://127.0.0.1:41003/#token=t' },
  'session.label': {},
  'session.delete': { trashed: '/sessions/trash/1/last.twinlane' },
  'session.restore': { path: '/sessions/last.twinlane' },
  'session.mark': {},
  'session.export': { name: 'report.json', text: '{"schema":"twinlane-report/1"}' },
  'session.measures': scoresOf({ events: [someEvent], pairs: [somePair] }),
  'pair.get': { pair: somePair, events: [someEvent], comparison: [], notes: [], findings: [someFinding], clickId: [] },
  'event.get': { event: someEvent, raw: null },
  'event.lines': { input: 'capi.log', lines: [{ number: 7, text: '{}', isTheOne: true }] },
};

/** The n-th push of a made-up session. */
export function change(seq: number): PushData<'session.changed'> {
  const nothing = { events: [], pairs: [], removedPairs: [], findings: [], removedFindings: [] };
  return { seq, reset: false, ...nothing, summary: emptySummary };
}

export type CannedCore = {
  handlers: Handlers;
  onPush(listener: PushListener): () => void;
  push: PushListener;
  sessionPath(): string | null;
  close(): Promise<void>;
  /** Every call that reached a handler, with its parsed input. */
  seen: { name: CallName; input: unknown }[];
  /** How many guests listen for pushes. */
  listeners(): number;
  isClosed(): boolean;
};

/** `special`: handlers in place of the made-up answers. */
export function cannedCore(special: Partial<Handlers> = {}): CannedCore {
  const listeners = new Set<PushListener>();
  const seen: CannedCore['seen'] = [];
  let path: string | null = null;
  let isClosed = false;
  const entries = (Object.keys(outputs) as CallName[]).map((name) => [
    name,
    (input: unknown) => {
      seen.push({ name, input });
      if (name === 'session.open') path = (input as { path: string }).path;
      const handler = special[name] as ((input: unknown) => unknown) | undefined;
      return handler === undefined ? outputs[name] : handler(input);
    },
  ]);
  return {
    handlers: Object.fromEntries(entries) as Handlers,
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push(...push) {
      for (const listener of listeners) listener(...push);
    },
    sessionPath: () => path,
    async close() {
      isClosed = true;
    },
    seen,
    listeners: () => listeners.size,
    isClosed: () => isClosed,
  };
}
