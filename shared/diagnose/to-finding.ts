/** Writes down what a rule found, over a pair or over the session. */
import type { Finding } from '../model/finding.ts';
import type { Hit, RuleTexts } from './rule.ts';

/** `pair`: its key; null where the finding is about more than one. `causedBy`: the code of what explains it. */
export type Found = { key: string; rule: RuleTexts; hit: Hit; pair: string | null; causedBy: string | null };

export function toFinding({ key, rule, hit, pair, causedBy }: Found): Finding {
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
    pair,
    events: hit.events.map(({ id }) => id),
    evidence: { browser: hit.browser ?? null, server: hit.server ?? null },
    causedBy,
  };
}

/** Findings are plain data with their fields in one order. */
export function isSameFinding(one: Finding | undefined, other: Finding): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
