/** A core without capture, store or engine: it answers from a session that a test wrote, and keeps what it was asked. */

import { createSnapshotPages, type PagedRows } from '../../electron/core/snapshot-pages.ts';
import type { CallInput, CallName, CallOutput, Handlers, PushListener } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { fieldNotes } from '../../shared/diagnose/field-notes.ts';
import { scoresOf } from '../../shared/measure/scores.ts';
import type { TrackedEvent } from '../../shared/model/event.ts';
import { noIdentity } from '../../shared/model/identity.ts';
import { noLabel } from '../../shared/model/label.ts';
import type { Mark } from '../../shared/model/mark.ts';
import { idleStatus, type SessionStatus } from '../../shared/model/session.ts';
import type { ReportSummary } from '../../shared/report/report.ts';
import { findingsByPair } from '../../shared/view/group-findings.ts';
import { eventRow } from '../../shared/view/rows.ts';
import { checkoutSession } from './view-checkout.ts';
import { logPreview, openLan, ownBrowsers } from './view-network.ts';
import { emptySession, type ViewSession } from './view-session.ts';
import { summaryOf } from './view-summary.ts';

export type ViewCore = {
  handlers: Handlers;
  onPush(listener: PushListener): () => void;
  /** Every call but snapshots and their pages, in order. */
  asked: { name: CallName; input: unknown }[];
  /** Replaces what is open, and tells every guest. */
  show(session: ViewSession, status: Partial<SessionStatus>): void;
  setStatus(status: Partial<SessionStatus>): void;
  /** Adds or replaces rows, and tells every guest; `skipped` sequence numbers stand for pushes that got lost. */
  change(part: Partial<ViewSession>, skipped?: number): void;
  /** Back to the start page, for every guest. */
  close(): void;
  /** Refuses the next call of that name. */
  refuseNext(name: CallName, message: string): void;
};

const description: CallOutput<'app.describe'> = {
  version: '0.1.0',
  engine: '0.1.0',
  browsers: [
    { id: 'chrome', name: 'Google Chrome' },
    { id: 'chromium', name: 'Chromium' },
  ],
  sessionsFolder: '/home/ada/Twinlane',
  recent: [
    {
      path: '/home/ada/Twinlane/shop.twinlane',
      name: 'shop.example, checkout',
      modifiedAt: Date.UTC(2026, 10, 23, 15, 4),
      label: noLabel,
    },
    {
      path: '/home/ada/Twinlane/black-friday.twinlane',
      name: 'black-friday-rehearsal',
      modifiedAt: Date.UTC(2026, 10, 20, 9, 41),
      label: noLabel,
    },
  ],
};

/** `pageSizes`: in pairs, of a snapshot; as usual where none are given. */
export function createViewCore({ pageSizes }: { pageSizes?: { first: number; others: number } } = {}): ViewCore {
  const pages = createSnapshotPages(pageSizes);
  const listeners = new Set<PushListener>();
  const asked: ViewCore['asked'] = [];
  const refusals = new Map<CallName, string>();
  let session = emptySession;
  let status = idleStatus;
  let seq = 0;
  let marks: Mark[] = [];

  const push: PushListener = (...args) => {
    for (const listener of listeners) listener(...args);
  };
  const summary = (): ReportSummary => summaryOf(session);
  const setStatus = (part: Partial<SessionStatus>) => {
    status = { ...status, ...part };
    push('status.changed', status);
  };
  const told = (part: Partial<SessionStatus>) => {
    setStatus(part);
    return {};
  };
  const tellRows = (part: Partial<ViewSession>, reset: boolean) => {
    seq += 1;
    const { events = [], pairs = [], findings = [] } = part;
    const rows = { events: events.map(eventRow), pairs, findings, removedPairs: [], removedFindings: [] };
    push('session.changed', { seq, reset, ...rows, summary: summary() });
  };
  const show = (next: ViewSession, nextStatus: Partial<SessionStatus>) => {
    session = next;
    marks = [];
    status = { ...idleStatus, ...nextStatus };
    tellRows(next, true);
    push('status.changed', status);
    push('marks.changed', { marks });
    push('steps.changed', { steps: next.steps ?? [] });
    push('page-loads.changed', { pageLoads: next.pageLoads ?? [] });
  };
  const close = () => show(emptySession, idleStatus);
  const stopped = { capture: { state: 'stopped', reason: 'You stopped the recording.' } } as const;

  const answers: Handlers = {
    'app.describe': () => description,
    'session.snapshot': () => ({
      seq,
      status,
      ...pages.begin(pagedRows(session), 'oldest'),
      summary: summary(),
      marks,
      steps: [...(session.steps ?? [])],
      pageLoads: [...(session.pageLoads ?? [])],
    }),
    'session.page': ({ page }) => pages.page(page),
    'session.record': ({ url, mode, browser: choice }) => {
      const browser = choice === 'none' ? null : 'Chromium';
      show(emptySession, { mode, capture: { state: 'recording', url, browser, since: Date.now() } });
      return {};
    },
    'session.demo': () => ({}),
    'session.sample': () => {
      show(checkoutSession, stopped);
      return {};
    },
    'session.stop': () => {
      setStatus(stopped);
      return {};
    },
    'session.close': () => {
      close();
      return {};
    },
    'endpoint.set-mode': (change) => told({ endpointMode: { ...status.endpointMode, ...change } }),
    'sources.check': () => ({ ways: [] }),
    'app.clean-up': () => ({ removed: ['/home/ada/.twinlane/authority'], kept: [] }),
    'browser.lines': () => ownBrowsers,
    'session.trust-host': ({ host }) => told({ trustedHosts: [...status.trustedHosts, host] }),
    'session.distrust-host': ({ host }) => told({ trustedHosts: status.trustedHosts.filter((each) => each !== host) }),
    'source.poll': () => ({}),
    'lan.open': () => told({ lan: openLan }),
    'lan.close': () => told({ lan: null }),
    'session.set-mode': ({ mode }) => {
      setStatus({ mode });
      return {};
    },
    'source.preview': ({ path }) =>
      path.endsWith('.log') ? { kind: 'log', files: [logPreview] } : { kind: 'har', files: [] },
    'session.open': () => ({}),
    'session.stop-reading': () => told({ reading: null }),
    'session.import': ({ apart, name }) => (apart === true ? { stored: `/sessions/${name}` } : {}),
    'session.open-apart': ({ path }) => ({ url: `about:blank#${path}` }),
    'session.label': ({ label }) => {
      setStatus({ label });
      return {};
    },
    'session.delete': ({ path }) => ({ trashed: `/trash${path}` }),
    'session.restore': ({ trashed }) => ({ path: trashed.replace('/trash', '') }),
    'session.mark': ({ about, key, text }) => {
      const others = marks.filter((mark) => mark.about !== about || mark.key !== key);
      marks = text === null ? others : [...others, { about, key, text, at: 0 }];
      push('marks.changed', { marks });
      return {};
    },
    'session.export': ({ format }) => ({ name: `report.${format}`, text: `a report as ${format}` }),
    'session.measures': () => scoresOf(session),
    'pair.get': ({ key }) => pairAnswer(session, key),
    'event.lines': ({ id }) => ({ input: 'capi.log', lines: [{ number: 7, text: `before ${id}`, isTheOne: true }] }),
    'event.get': ({ id }) => {
      const event = session.events.find((candidate) => candidate.id === id);
      if (event === undefined) throw new Refusal('not-found', `There is no event ${id} in this session.`);
      return { event, raw: session.raw[id] ?? null };
    },
  };

  return {
    handlers: overheard(answers, (name, input) => {
      if (name !== 'session.snapshot' && name !== 'session.page') asked.push({ name, input });
      const refusal = refusals.get(name);
      refusals.delete(name);
      if (refusal !== undefined) throw new Refusal('bad-input', refusal);
    }),
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    asked,
    close,
    show,
    setStatus,
    change(part, skipped = 0) {
      session = merged(session, part);
      seq += skipped;
      tellRows(part, false);
    },
    refuseNext: (name, message) => refusals.set(name, message),
  };
}

function overheard(answers: Handlers, hear: (name: CallName, input: unknown) => void): Handlers {
  const entries = Object.entries(answers).map(([name, answer]) => [
    name,
    (input: CallInput<CallName>) => {
      hear(name as CallName, input);
      return (answer as (input: CallInput<CallName>) => unknown)(input);
    },
  ]);
  return Object.fromEntries(entries) as Handlers;
}

function pagedRows({ events, pairs, findings }: ViewSession): PagedRows {
  const byId = new Map<string, TrackedEvent>(events.map((event) => [event.id, event]));
  const byPair = findingsByPair(findings);
  return {
    pairs: () => pairs,
    events: () => events,
    findings: () => findings,
    event: (id) => byId.get(id) ?? null,
    findingsOf: (key) => byPair.get(key) ?? [],
  };
}

function pairAnswer(session: ViewSession, key: string): CallOutput<'pair.get'> {
  const pair = session.pairs.find((candidate) => candidate.key === key);
  if (pair === undefined) throw new Refusal('not-found', 'This pair is no longer in the session.');
  const ids: string[] = [...pair.browser, ...pair.server];
  return {
    pair,
    events: session.events.filter((event) => ids.includes(event.id)),
    comparison: session.comparisons[key] ?? [],
    findings: session.findings.filter((finding) => finding.pair === key),
    notes: fieldNotes(
      session.events.filter((event) => ids.includes(event.id)),
      noIdentity,
    ),
    clickId: [],
  };
}

function merged(session: ViewSession, part: Partial<ViewSession>): ViewSession {
  const by = <T>(old: T[], fresh: T[] | undefined, keyOf: (value: T) => string): T[] => [
    ...new Map([...old, ...(fresh ?? [])].map((value) => [keyOf(value), value])).values(),
  ];
  return {
    events: by(session.events, part.events, (event) => event.id),
    pairs: by(session.pairs, part.pairs, (pair) => pair.key),
    findings: by(session.findings, part.findings, (finding) => finding.key),
    comparisons: { ...session.comparisons, ...part.comparisons },
    raw: { ...session.raw, ...part.raw },
  };
}
