/** Diagnosis step by step: changed pairs in, changed findings out. */
import type { TrackedEvent } from '../model/event.ts';
import type { TimeMs } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { type Identity, noIdentity } from '../model/identity.ts';
import type { Pair } from '../model/pair.ts';
import type { Sign } from '../model/sign.ts';
import type { PairChanges } from '../pair/board.ts';
import { causeOf } from './causes.ts';
import { createOrderBook, type OrderAccount } from './orders/order-book.ts';
import { createRepeatIndex } from './repeat-index.ts';
import type { Hit, PairView, Rule } from './rule.ts';
import { rules as allRules } from './rules.ts';
import { createSessionIndex } from './session-index.ts';
import { createSessionJudge } from './session-judge.ts';
import type { SessionRule } from './session-rule.ts';
import { sessionRules as allSessionRules } from './session-rules.ts';
import { isSameFinding, toFinding } from './to-finding.ts';

type FindingChanges = { upserted: Finding[]; removed: string[] };

export type Diagnosis = {
  /** Takes the events and signs that arrived and the pairs that changed through them. */
  step(events: readonly TrackedEvent[], changes: PairChanges, signs?: readonly Sign[]): FindingChanges;
  findings(): Finding[];
  findingsOf(pairKey: string): Finding[];
  /** The orders given, each with the pairs that stand for it; empty where none were given. */
  orders(): OrderAccount[];
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
  const orders = createOrderBook();
  const session = createSessionIndex({ identity, now, orders });
  const sessionJudge = createSessionJudge(sessionRules, session);
  const repeats = createRepeatIndex();
  /** Only pairs with findings are in it: most have none. */
  const byPair = new Map<string, readonly Finding[]>();

  function step(events: readonly TrackedEvent[], changes: PairChanges, signs: readonly Sign[] = []): FindingChanges {
    const { named, replaced } = session.take(events, changes);
    const news = { events, signs, pairs: changes.upserted, removedPairs: changes.removed, replaced };
    const sold = orders.take(news, session);
    const { pairs: covered, ...result } = sessionJudge.step(news);
    const others = new Set<string>();
    for (const keys of [repeats.take(changes), covered, named, sold]) for (const key of keys) others.add(key);
    for (const key of changes.removed) replace(key, noFindings, result);
    for (const pair of changes.upserted) {
      replace(pair.key, judge(pair), result);
      others.delete(pair.key);
    }
    for (const key of others) {
      const pair = session.pair(key);
      replace(key, pair === null ? noFindings : judge(pair), result);
    }
    return result;
  }

  function judge(pair: Pair): readonly Finding[] {
    const view = session.viewOf(pair);
    const hits = hitsOf(view, rules);
    if (hits.length === 0) return noFindings;
    const present = new Set([...hits.map(({ rule }) => rule.code), ...sessionJudge.codesOver(pair.key)]);
    return hits.map(({ rule, hit }) =>
      toFinding({ key: `${rule.code}|${pair.key}`, rule, hit, pair: pair.key, causedBy: causeOf(rule.code, present) }),
    );
  }

  function replace(pairKey: string, fresh: readonly Finding[], result: FindingChanges): void {
    const old = byPair.get(pairKey) ?? noFindings;
    for (const finding of fresh) {
      const before = old.find(({ key }) => key === finding.key);
      if (!isSameFinding(before, finding)) result.upserted.push(finding);
    }
    for (const { key } of old) if (!fresh.some((finding) => finding.key === key)) result.removed.push(key);
    if (fresh.length > 0) byPair.set(pairKey, fresh);
    else if (old.length > 0) byPair.delete(pairKey);
  }

  return {
    step,
    findings: () => [...byPair.values()].flat().concat(sessionJudge.findings()),
    findingsOf: (pairKey) => [...(byPair.get(pairKey) ?? noFindings)],
    orders: orders.accounts,
    settlesAt: sessionJudge.settlesAt,
  };
}

const noFindings: readonly Finding[] = [];

type Fired = { rule: Rule; hit: Hit };

function hitsOf(view: PairView, rules: readonly Rule[]): Fired[] {
  const hits: Fired[] = [];
  for (const rule of rules) {
    const hit = rule.check(view);
    if (hit !== null) hits.push({ rule, hit });
  }
  return hits;
}
