/** Diagnosis step by step: changed pairs in, changed findings out. */
import type { EventId, ServerEvent, Side, TrackedEvent } from '../model/event.ts';
import type { TimeMs } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { type Identity, noIdentity } from '../model/identity.ts';
import type { Pair } from '../model/pair.ts';
import type { Sign } from '../model/sign.ts';
import type { PairChanges } from '../pair/board.ts';
import { causeOf } from './causes.ts';
import { createRepeatIndex } from './repeat-index.ts';
import type { Hit, PairView, Rule, SessionView } from './rule.ts';
import { rules as allRules } from './rules.ts';
import { createSentNames } from './sent-names.ts';
import { createSessionJudge } from './session-judge.ts';
import type { SessionRule } from './session-rule.ts';
import { sessionRules as allSessionRules } from './session-rules.ts';

type FindingChanges = { upserted: Finding[]; removed: string[] };

export type Diagnosis = {
  /** Takes the events and signs that arrived and the pairs that changed through them. */
  step(events: readonly TrackedEvent[], changes: PairChanges, signs?: readonly Sign[]): FindingChanges;
  findings(): Finding[];
  findingsOf(pairKey: string): Finding[];
  /** When a step without any news may change something, in ms; null where none would. */
  settlesAt(): TimeMs | null;
};

export type DiagnosisOptions = {
  /** What the tester told about themselves; kept in memory only. */
  identity?: Identity;
  rules?: readonly Rule[];
  sessionRules?: readonly SessionRule[];
  /** Until when all that happened has come in: the clock while a session is recorded; by default nothing is awaited. */
  now?: () => TimeMs;
};

export function createDiagnosis(options: DiagnosisOptions = {}): Diagnosis {
  const { identity = noIdentity, rules = allRules, sessionRules = allSessionRules } = options;
  const { now = () => Number.POSITIVE_INFINITY } = options;
  const events = new Map<string, TrackedEvent>();
  const requests = new Map<string, Map<string, ServerEvent>>();
  const sent = { browser: createSentNames(), server: createSentNames() };
  const pairs = new Map<string, Pair>();
  const byPair = new Map<string, Map<string, Finding>>();
  const repeats = createRepeatIndex();

  const session: SessionView = {
    sends: (side, eventName, datasetId) => sent[side].has(eventName, datasetId),
    event: (id) => events.get(id) ?? null,
    events: () => events.values(),
    pair: (key) => pairs.get(key) ?? null,
    pairs: () => pairs.values(),
    request: (key) => [...(requests.get(key)?.values() ?? [])],
    identity,
    now,
  };
  const sessionJudge = createSessionJudge(sessionRules, session);

  function step(added: readonly TrackedEvent[], changes: PairChanges, signs: readonly Sign[] = []): FindingChanges {
    const newNames = learn(added);
    for (const key of changes.removed) pairs.delete(key);
    for (const pair of changes.upserted) pairs.set(pair.key, pair);
    const news = { events: added, signs, pairs: changes.upserted, removedPairs: changes.removed };
    const { pairs: covered, ...result } = sessionJudge.step(news);
    const changed = [...changes.upserted.map(({ key }) => key), ...repeats.take(changes)];
    const touched = new Set([...changed, ...covered, ...pairsNamed(newNames, pairs)]);
    for (const key of changes.removed) replace(key, [], result);
    for (const key of touched) replace(key, judge(pairs.get(key)), result);
    return result;
  }

  /** Event names that a side has sent to a dataset for the first time: what is said of their coverage changes. */
  function learn(added: readonly TrackedEvent[]): Set<string> {
    const newNames = new Set<string>();
    for (const event of added) {
      events.set(event.id, event);
      if (event.side === 'server') remember(event);
      if (event.role === 'event' && sent[event.side].add(event)) newNames.add(event.eventName);
    }
    return newNames;
  }

  function remember(event: ServerEvent): void {
    const request = requests.get(event.request) ?? new Map<string, ServerEvent>();
    requests.set(event.request, request.set(event.id, event));
  }

  function judge(pair: Pair | undefined): Finding[] {
    if (pair === undefined) return [];
    const view: PairView = { pair, browser: sideOf(pair, 'browser'), server: sideOf(pair, 'server'), session };
    return judgePair(view, rules, sessionJudge.codesOver(pair.key));
  }

  function sideOf<S extends Side>(pair: Pair, side: S): Extract<TrackedEvent, { side: S }>[] {
    const found = pair[side].map((id: EventId) => events.get(id));
    return found.filter((event): event is Extract<TrackedEvent, { side: S }> => event?.side === side);
  }

  function replace(pairKey: string, fresh: Finding[], result: FindingChanges): void {
    const old = byPair.get(pairKey) ?? new Map<string, Finding>();
    const now = new Map(fresh.map((finding) => [finding.key, finding]));
    for (const [key, finding] of now) {
      if (JSON.stringify(old.get(key)) !== JSON.stringify(finding)) result.upserted.push(finding);
    }
    for (const key of old.keys()) if (!now.has(key)) result.removed.push(key);
    if (now.size === 0) byPair.delete(pairKey);
    else byPair.set(pairKey, now);
  }

  return {
    step,
    findings: () => [...byPair.values()].flatMap((found) => [...found.values()]).concat(sessionJudge.findings()),
    findingsOf: (pairKey) => [...(byPair.get(pairKey)?.values() ?? [])],
    settlesAt: sessionJudge.settlesAt,
  };
}

function pairsNamed(names: ReadonlySet<string>, pairs: ReadonlyMap<string, Pair>): string[] {
  if (names.size === 0) return [];
  return [...pairs.values()].flatMap(({ key, eventName }) => (names.has(eventName) ? [key] : []));
}

/** All that the rules say of one pair. `codesOver`: findings over many pairs, this one among them, that may be causes. */
function judgePair(view: PairView, rules: readonly Rule[], codesOver: readonly string[] = []): Finding[] {
  const hits = rules.flatMap((rule) => {
    const hit = rule.check(view);
    return hit === null ? [] : [{ rule, hit }];
  });
  const present = new Set([...hits.map(({ rule }) => rule.code), ...codesOver]);
  return hits.map(({ rule, hit }) => toFinding({ rule, hit, view, present }));
}

type Fired = { rule: Rule; hit: Hit; view: PairView; present: ReadonlySet<string> };

function toFinding({ rule, hit, view, present }: Fired): Finding {
  return {
    key: `${rule.code}|${view.pair.key}`,
    code: rule.code,
    severity: hit.severity ?? rule.severity,
    title: rule.title,
    detail: hit.detail,
    fix: hit.fix,
    eventsManager: rule.eventsManager,
    source: rule.source,
    confidence: rule.confidence,
    pair: view.pair.key,
    events: hit.events.map(({ id }) => id),
    evidence: { browser: hit.browser ?? null, server: hit.server ?? null },
    causedBy: causeOf(rule.code, present),
  };
}
