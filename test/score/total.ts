/** Adds the scores of many seeds and says whether they reach the goal. */
import { rules } from '../../shared/diagnose/rules.ts';
import { sessionRules } from '../../shared/diagnose/session-rules.ts';
import { makeSession } from '../support/generate/session.ts';
import { type CodeTally, compare, type Disagreement, type SeedScore } from './compare.ts';
import { judgeSession } from './judge-session.ts';

/** Issue: 1.00 is the goal, this is the least. */
export const leastShare = 0.98;

type CodeScore = CodeTally & { code: string; precision: number; recall: number };

export type Total = {
  seeds: number[];
  codes: CodeScore[];
  verdictAccuracy: number;
  countAccuracy: number;
  errorsOnClean: number;
  crossedPairs: number;
  problems: string[];
  disagreements: Disagreement[];
};

export async function scoreSeeds(seeds: readonly number[], onSeed: (score: SeedScore) => void = () => undefined) {
  const scores: SeedScore[] = [];
  for (const seed of seeds) {
    const session = makeSession(seed);
    const score = compare(session, await judgeSession(session), seed);
    scores.push(score);
    onSeed(score);
  }
  return addUp(seeds, scores);
}

function addUp(seeds: readonly number[], scores: readonly SeedScore[]): Total {
  const sum = (value: (score: SeedScore) => number) => scores.reduce((total, score) => total + value(score), 0);
  const visits = sum((score) => score.visits);
  // Codes that a rule has and no visit shows, and codes that visits show and no rule has, are both in the table.
  const ruled = [...rules, ...sessionRules].map(({ code }) => code);
  const names = [...new Set([...ruled, ...scores.flatMap(({ byCode }) => [...byCode.keys()])])].sort();
  return {
    seeds: [...seeds],
    codes: names.map((code) => codeScore(code, scores)),
    verdictAccuracy: sum(({ rightVerdicts }) => rightVerdicts) / visits,
    countAccuracy: sum(({ rightCounts }) => rightCounts) / visits,
    errorsOnClean: sum(({ errorsOnClean }) => errorsOnClean),
    crossedPairs: sum(({ crossedPairs }) => crossedPairs),
    problems: scores.flatMap(({ problems }) => problems),
    disagreements: scores.flatMap(({ disagreements }) => disagreements),
  };
}

function codeScore(code: string, scores: readonly SeedScore[]): CodeScore {
  const total: CodeTally = { told: 0, missed: 0, wrong: 0 };
  for (const { byCode } of scores) {
    const tally = byCode.get(code);
    for (const key of ['told', 'missed', 'wrong'] as const) total[key] += tally?.[key] ?? 0;
  }
  const share = (others: number) => (total.told + others === 0 ? 1 : total.told / (total.told + others));
  return { code, ...total, precision: share(total.wrong), recall: share(total.missed) };
}

/** What keeps the score from its goal, in words; empty where it is reached. */
export function shortfalls(total: Total): string[] {
  const codes = total.codes
    .filter(({ precision, recall }) => Math.min(precision, recall) < leastShare)
    .map(({ code, precision, recall }) => `${code}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
  const untested = total.codes
    .filter(({ told, missed }) => told + missed === 0)
    .map(({ code }) => `${code}: no visit shows it`);
  return [
    ...codes,
    ...untested,
    ...(total.errorsOnClean > 0 ? [`${total.errorsOnClean} errors on clean visits`] : []),
    ...(total.crossedPairs > 0 ? [`${total.crossedPairs} pairs hold events of two visits`] : []),
    ...(total.verdictAccuracy < leastShare ? [`verdict accuracy ${total.verdictAccuracy.toFixed(3)}`] : []),
    ...(total.countAccuracy < leastShare ? [`count accuracy ${total.countAccuracy.toFixed(3)}`] : []),
    ...total.problems.slice(0, 5),
  ];
}
