/** Judges the session beyond single pairs: a rule is asked again only about a subject in which something changed. */
import type { TimeMs } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { SessionView } from './rule.ts';
import { createTrackers } from './session/trackers.ts';
import type { Coverage, News, SessionHit, SessionRule, SessionVerdict, SubjectKind } from './session-rule.ts';

type SessionChanges = {
  upserted: Finding[];
  removed: string[];
  /** Pairs of which a finding says something else now: they are covered since this step, or no longer. */
  pairs: Set<string>;
};

export type SessionJudge = {
  step(news: News): SessionChanges;
  findings(): Finding[];
  /** Codes of the findings that cover the pair. */
  codesOver(pairKey: string): string[];
  /** When something that is undecided now can be decided, without any news; null where nothing is. */
  settlesAt(): TimeMs | null;
};

type Covering = { code: string; covers: Coverage };
type Question = { rule: SessionRule; key: string; check(): SessionVerdict };

export function createSessionJudge(rules: readonly SessionRule[], session: SessionView): SessionJudge {
  const trackers = createTrackers();
  const told = new Map<string, Finding>();
  const covering = new Map<string, Covering>();
  const undecided = new Map<string, { question: Question; until: TimeMs }>();

  function step(news: News): SessionChanges {
    const changes: SessionChanges = { upserted: [], removed: [], pairs: new Set() };
    const questions = new Map<string, Question>();
    for (const kind of Object.keys(trackers) as SubjectKind[]) ask(kind, news, questions);
    for (const [key, { question, until }] of undecided) if (until <= session.now()) questions.set(key, question);
    for (const question of questions.values()) answer(question, changes);
    return changes;
  }

  function ask<Kind extends SubjectKind>(kind: Kind, news: News, questions: Map<string, Question>): void {
    const tracker = trackers[kind];
    const touched = [...tracker.take(news, session)];
    for (const rule of rules) {
      if (!isOver(rule, kind)) continue;
      for (const subject of touched) {
        const key = `${rule.code}|${kind} ${subject}`;
        const check = () => {
          const found = tracker.subject(subject);
          return found === null ? null : rule.check(found, session);
        };
        questions.set(key, { rule, key, check });
      }
    }
  }

  function answer(question: Question, changes: SessionChanges): void {
    const verdict = question.check();
    undecided.delete(question.key);
    if (verdict !== null && 'until' in verdict) undecided.set(question.key, { question, until: verdict.until });
    const hit = verdict === null || 'until' in verdict ? null : verdict;
    tell(question, hit, changes);
  }

  function tell({ key, rule }: Question, hit: SessionHit | null, changes: SessionChanges): void {
    cover(key, hit?.covers ? { code: rule.code, covers: hit.covers } : null, changes);
    const before = told.get(key);
    if (hit === null) {
      if (told.delete(key)) changes.removed.push(key);
      return;
    }
    const finding = toFinding({ key, rule }, hit);
    told.set(key, finding);
    if (JSON.stringify(before) !== JSON.stringify(finding)) changes.upserted.push(finding);
  }

  function cover(key: string, now: Covering | null, changes: SessionChanges): void {
    const before = covering.get(key);
    if (now === null) covering.delete(key);
    else covering.set(key, now);
    if (before?.covers.scope === now?.covers.scope) return;
    for (const pair of [...(before?.covers.pairs() ?? []), ...(now?.covers.pairs() ?? [])]) changes.pairs.add(pair);
  }

  return {
    step,
    findings: () => [...told.values()],
    codesOver: (pairKey) => [...covering.values()].flatMap(({ code, covers }) => (covers.holds(pairKey) ? [code] : [])),
    settlesAt() {
      const times = [...undecided.values()].map(({ until }) => until);
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}

function isOver<Kind extends SubjectKind>(rule: SessionRule, kind: Kind): rule is SessionRule<Kind> {
  return rule.over === kind;
}

function toFinding({ key, rule }: Pick<Question, 'key' | 'rule'>, hit: SessionHit): Finding {
  return {
    key,
    code: rule.code,
    severity: hit.severity ?? rule.severity,
    title: rule.title,
    detail: hit.detail,
    fix: hit.fix,
    eventsManager: rule.eventsManager,
    source: rule.source,
    confidence: rule.confidence,
    pair: null,
    events: hit.events.map(({ id }) => id),
    evidence: { browser: hit.browser ?? null, server: hit.server ?? null },
    causedBy: null,
  };
}
