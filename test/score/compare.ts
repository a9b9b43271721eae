/** Holds what the product said beside the truth: hits and misses by code, verdicts and counts by visit. */
import type { GeneratedSession } from '../support/generate/session.ts';
import type { Visit } from '../support/generate/visit.ts';
import type { Judged } from './judge-session.ts';

export type CodeTally = { told: number; missed: number; wrong: number };

export type Disagreement = { seed: number; visit: string; name: string; log: string; what: string };

export type SeedScore = {
  byCode: Map<string, CodeTally>;
  visits: number;
  rightVerdicts: number;
  rightCounts: number;
  /** Findings of severity error on visits in which nothing is wrong. */
  errorsOnClean: number;
  /** Pairs that hold events of two visits. */
  crossedPairs: number;
  problems: string[];
  disagreements: Disagreement[];
};

export function compare(session: GeneratedSession, judged: Judged, seed: number): SeedScore {
  const score: SeedScore = {
    byCode: new Map(),
    visits: session.visits.length,
    rightVerdicts: 0,
    rightCounts: 0,
    errorsOnClean: 0,
    crossedPairs: judged.pairs.filter(({ visits }) => visits.length > 1).length,
    problems: judged.problems,
    disagreements: [],
  };
  for (const visit of session.visits) {
    const found = findingsOf(visit, judged);
    const disagree = (what: string) => {
      score.disagreements.push({ seed, visit: visit.id, name: visit.name, log: visit.log.file, what });
    };
    compareCodes(visit, found, { score, disagree });
    compareCounts(visit, judged, { score, disagree });
  }
  for (const { pair, visits } of judged.pairs) {
    if (visits.length < 2) continue;
    const what = `one pair of two visits (${visits.join(', ')}): ${pair.eventName} ${pair.verdict}, ${pair.why}`;
    score.disagreements.push({ seed, visit: visits[0] ?? '', name: 'crossed', log: '', what });
  }
  return score;
}

type Found = { code: string; severity: string; detail: string };
type Writing = { score: SeedScore; disagree(what: string): void };

function findingsOf({ id }: Visit, { findings }: Judged): Found[] {
  return findings.filter(({ visits }) => visits.includes(id)).map(({ finding }) => finding);
}

function compareCodes({ truth }: Visit, found: Found[], { score, disagree }: Writing): void {
  const told = new Set(found.map(({ code }) => code));
  for (const code of truth.codes) {
    tallyOf(score, code)[told.has(code) ? 'told' : 'missed'] += 1;
    if (!told.has(code)) disagree(`${code} was not told`);
  }
  const expected = new Set([...truth.codes, ...truth.tolerated]);
  for (const code of told) {
    if (expected.has(code)) continue;
    tallyOf(score, code).wrong += 1;
    disagree(`${code} was told: ${found.find((each) => each.code === code)?.detail ?? ''}`);
  }
  const isClean = truth.codes.every((code) => truth.onlyInfo.includes(code));
  if (!isClean) return;
  for (const { code } of found.filter(({ severity }) => severity === 'error')) {
    score.errorsOnClean += 1;
    disagree(`${code} is an error on a clean visit`);
  }
  for (const { code } of found.filter((each) => each.severity !== 'info' && truth.onlyInfo.includes(each.code))) {
    tallyOf(score, code).wrong += 1;
    disagree(`${code} is more than information`);
  }
}

function compareCounts({ id, truth }: Visit, judged: Judged, { score, disagree }: Writing): void {
  const pairs = judged.pairs.filter(({ visits }) => visits.includes(id)).map(({ pair }) => pair);
  const verdicts = tallyText(pairs.map(({ verdict }) => verdict));
  const wanted = tallyText(Object.entries(truth.verdicts).flatMap(([verdict, count]) => Array(count).fill(verdict)));
  if (verdicts === wanted) score.rightVerdicts += 1;
  else disagree(`verdicts are ${verdicts}, not ${wanted}`);
  const counted = pairs.reduce((sum, pair) => sum + pair.counted, 0);
  const actions = pairs.reduce((sum, pair) => sum + (pair.repeatOf === null ? pair.actions : 0), 0);
  const isRight =
    counted === truth.countedByMeta && (truth.distinctActions === null || actions === truth.distinctActions);
  if (isRight) score.rightCounts += 1;
  else {
    disagree(`counted ${counted} of ${actions} actions, not ${truth.countedByMeta} of ${truth.distinctActions ?? '?'}`);
  }
}

function tallyOf({ byCode }: SeedScore, code: string): CodeTally {
  const tally = byCode.get(code) ?? { told: 0, missed: 0, wrong: 0 };
  byCode.set(code, tally);
  return tally;
}

function tallyText(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
