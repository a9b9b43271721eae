/** Judges the session beyond single pairs: a rule is asked again only about a subject in which something changed. */
import type { TimeMs } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { SessionView } from './rule.ts';
import { createTrackers } from './session/trackers.ts';
import type { Coverage, News, SessionHit, SessionRule, SessionVerdict, SubjectKind } from './session-rule.ts';
import { isSameFinding, toFinding } from './to-finding.ts';

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

/** A rule with what it has said so far, by subject; of most subjects it says nothing. */
type Desk = {
  rule: SessionRule;
  ask(subject: string): SessionVerdict;
  told: Map<string, Finding>;
  covering: Map<string, Coverage>;
  undecided: Map<string, TimeMs>;
};

export function createSessionJudge(rules: readonly SessionRule[], session: SessionView): SessionJudge {
  const trackers = createTrackers();
  const kinds = Object.keys(trackers) as SubjectKind[];
  const desks = kinds.flatMap((kind) => desksOver(kind));

  function desksOver<Kind extends SubjectKind>(kind: Kind): Desk[] {
    const tracker = trackers[kind];
    return rules.flatMap((rule) => {
      if (!isOver(rule, kind)) return [];
      const ask = (subject: string) => {
        const found = tracker.subject(subject);
        return found === null ? null : rule.check(found, session);
      };
      return [{ rule, ask, told: new Map(), covering: new Map(), undecided: new Map() }];
    });
  }

  function step(news: News): SessionChanges {
    const changes: SessionChanges = { upserted: [], removed: [], pairs: new Set() };
    const touched = new Map(kinds.map((kind) => [kind, trackers[kind].take(news, session)]));
    for (const desk of desks) {
      const due = dueOf(desk, session.now());
      for (const subject of touched.get(desk.rule.over) ?? []) answer(desk, subject, changes);
      for (const subject of due) if (desk.undecided.has(subject)) answer(desk, subject, changes);
    }
    return changes;
  }

  return {
    step,
    findings: () => desks.flatMap(({ told }) => [...told.values()]),
    codesOver: (pairKey) => desks.flatMap((desk) => (coversPair(desk, pairKey) ? [desk.rule.code] : [])),
    settlesAt() {
      let first: TimeMs | null = null;
      for (const { undecided } of desks) for (const at of undecided.values()) first = Math.min(first ?? at, at);
      return first;
    },
  };
}

function isOver<Kind extends SubjectKind>(rule: SessionRule, kind: Kind): rule is SessionRule<Kind> {
  return rule.over === kind;
}

function coversPair({ covering }: Desk, pairKey: string): boolean {
  for (const coverage of covering.values()) if (coverage.holds(pairKey)) return true;
  return false;
}

/** Subjects that waited for more to come, and need not any longer. */
function dueOf({ undecided }: Desk, now: TimeMs): string[] {
  const due: string[] = [];
  for (const [subject, until] of undecided) if (until <= now) due.push(subject);
  return due;
}

function answer(desk: Desk, subject: string, changes: SessionChanges): void {
  const verdict = desk.ask(subject);
  const isOpen = verdict !== null && 'until' in verdict;
  if (isOpen) desk.undecided.set(subject, verdict.until);
  else if (desk.undecided.size > 0) desk.undecided.delete(subject);
  tell(desk, { subject, hit: isOpen ? null : verdict }, changes);
}

type Answer = { subject: string; hit: SessionHit | null };

function tell(desk: Desk, { subject, hit }: Answer, changes: SessionChanges): void {
  cover(desk, { subject, now: hit?.covers ?? null }, changes);
  const { rule, told } = desk;
  const before = told.get(subject);
  if (hit !== null) {
    const key = `${rule.code}|${rule.over} ${subject}`;
    const finding = toFinding({ key, rule, hit, pair: null, causedBy: null });
    told.set(subject, finding);
    if (!isSameFinding(before, finding)) changes.upserted.push(finding);
  } else if (before !== undefined) {
    told.delete(subject);
    changes.removed.push(before.key);
  }
}

function cover(
  { covering }: Desk,
  { subject, now }: { subject: string; now: Coverage | null },
  to: SessionChanges,
): void {
  const before = covering.get(subject) ?? null;
  if (before === null && now === null) return;
  if (now === null) covering.delete(subject);
  else covering.set(subject, now);
  if (before?.scope === now?.scope) return;
  for (const pair of before?.pairs() ?? []) to.pairs.add(pair);
  for (const pair of now?.pairs() ?? []) to.pairs.add(pair);
}
