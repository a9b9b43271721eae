/** How many pairs and findings the whole session has, whether their rows are here yet or not. */
import { useSession } from './session.ts';

export function usePairCount(): number {
  return useSession(({ rows: { pairs, summary } }) => Math.max(pairs.size, sumOf(summary.pairs)));
}

export function useFindingCount(): number {
  return useSession(({ rows: { pairs, findings, summary } }) =>
    pairs.size < sumOf(summary.pairs) ? sumOf(summary.findings) : findings.size,
  );
}

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
