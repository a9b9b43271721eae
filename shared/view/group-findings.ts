/** Findings folded under what causes them, and grouped by code: what to mend first, and what mends itself then. */
import type { Finding, Severity } from '../model/finding.ts';

/** A finding with those of the same pair that it explains. */
export type FindingTree = { finding: Finding; consequences: Finding[] };

/** All findings of one root code, worst first. */
export type FindingGroup = {
  code: string;
  severity: Severity;
  /** The first finding: its words stand for the group. */
  example: Finding;
  findings: Finding[];
  /** Keys of the pairs that it touches, in order of appearance. */
  pairs: string[];
  /** What goes away with it, by code. */
  consequences: { code: string; title: string; severity: Severity; count: number }[];
};

const severityRank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

export const severityWords: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Note' };

function compareSeverity(a: Severity, b: Severity): number {
  return severityRank[a] - severityRank[b];
}

export function worstSeverity(findings: Iterable<Finding>): Severity | null {
  let worst: Severity | null = null;
  for (const { severity } of findings) if (worst === null || compareSeverity(severity, worst) < 0) worst = severity;
  return worst;
}

/**
 * Folds each finding under the one that causes it, in its pair or over the session, however long the chain; worst cause
 * first.
 */
export function foldByCause(findings: readonly Finding[]): FindingTree[] {
  const trees = new Map<Finding, FindingTree>();
  const byPairAndCode = new Map(findings.map((finding) => [pairAndCode(finding, finding.code), finding]));
  for (const finding of findings) {
    const root = rootOf(finding, byPairAndCode);
    const tree = trees.get(root) ?? { finding: root, consequences: [] };
    if (root !== finding) tree.consequences.push(finding);
    trees.set(root, tree);
  }
  return [...trees.values()].sort((a, b) => compareSeverity(treeSeverity(a), treeSeverity(b)));
}

export function groupByCause(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingTree[]>();
  for (const tree of foldByCause(findings)) {
    const members = groups.get(tree.finding.code);
    if (members === undefined) groups.set(tree.finding.code, [tree]);
    else members.push(tree);
  }
  const result = [...groups.values()].flatMap((trees) => groupOf(trees) ?? []);
  return result.sort(
    (a, b) =>
      compareSeverity(a.severity, b.severity) ||
      weight(b) - weight(a) ||
      (a.code < b.code ? -1 : Number(a.code > b.code)),
  );
}

/** How much goes away when the cause is mended. */
function weight({ findings, consequences }: FindingGroup): number {
  return findings.length + consequences.reduce((sum, { count }) => sum + count, 0);
}

/** The findings of each pair, by its key. */
export function findingsByPair(findings: Iterable<Finding>): Map<string, Finding[]> {
  const byPair = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.pair === null) continue;
    const known = byPair.get(finding.pair);
    if (known === undefined) byPair.set(finding.pair, [finding]);
    else known.push(finding);
  }
  return byPair;
}

function pairAndCode(finding: Finding, code: string): string {
  return `${finding.pair ?? ''}\n${code}`;
}

/** Follows causedBy to its end. A ring of causes has no end: its members stand for themselves. */
function rootOf(finding: Finding, known: ReadonlyMap<string, Finding>): Finding {
  const seen = new Set<Finding>();
  let at = finding;
  while (at.causedBy !== null) {
    const cause = known.get(pairAndCode(at, at.causedBy)) ?? known.get(`\n${at.causedBy}`);
    if (cause === undefined) return at;
    if (seen.has(cause) || cause === finding) return finding;
    seen.add(cause);
    at = cause;
  }
  return at;
}

function treeSeverity(tree: FindingTree): Severity {
  return worstSeverity([tree.finding, ...tree.consequences]) ?? tree.finding.severity;
}

function groupOf(trees: FindingTree[]): FindingGroup | undefined {
  const [first] = trees;
  if (first === undefined) return undefined;
  const findings = trees.map((tree) => tree.finding);
  const pairs = new Set(findings.flatMap((finding) => finding.pair ?? []));
  return {
    code: first.finding.code,
    severity: trees.map(treeSeverity).sort(compareSeverity)[0] ?? first.finding.severity,
    example: first.finding,
    findings,
    pairs: [...pairs],
    consequences: countConsequences(trees.flatMap((tree) => tree.consequences)),
  };
}

function countConsequences(findings: Finding[]): FindingGroup['consequences'] {
  const byCode = new Map<string, FindingGroup['consequences'][number]>();
  for (const { code, title, severity } of findings) {
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, { code, title, severity, count: 1 });
    else known.count += 1;
  }
  return [...byCode.values()].sort((a, b) => compareSeverity(a.severity, b.severity));
}
