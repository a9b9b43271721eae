/** What each verdict is called and what it means, in words that need no training. */
import type { Pair, PairRule, Verdict } from '../model/pair.ts';
import type { PairCounts } from '../report/report.ts';

/** From well to badly counted: the order of chips and legends. */
export const verdicts: readonly Verdict[] = [
  'deduplicated',
  'fallback',
  'double-counted',
  'browser-only',
  'server-only',
];

/** Where a summary counts the pairs of each verdict. */
export const countKeys: Record<Verdict, keyof PairCounts> = {
  deduplicated: 'deduplicated',
  fallback: 'fallback',
  'double-counted': 'doubleCounted',
  'browser-only': 'browserOnly',
  'server-only': 'serverOnly',
};

export const verdictWords: Record<Verdict, { word: string; meaning: string }> = {
  deduplicated: { word: 'Deduplicated', meaning: 'Both sides sent it with the same event_id. Meta counts one.' },
  fallback: { word: 'Fallback', meaning: 'Joined by fbp or external_id, not by event_id. Meta counts one.' },
  'double-counted': { word: 'Counted twice', meaning: 'Both sides sent it and Meta would not join the two.' },
  'browser-only': { word: 'Browser only', meaning: 'The Pixel reported it, the server did not.' },
  'server-only': { word: 'Server only', meaning: 'The server reported it, the Pixel did not.' },
};

/** The one sentence that a person should take away from a pair. */
export function verdictSentence(pair: Pick<Pair, 'verdict' | 'counted'>): string {
  if (pair.counted === 0) return 'Meta did not get this';
  switch (pair.verdict) {
    case 'deduplicated':
      return 'Meta counts this once';
    case 'fallback':
      return 'Meta counts this once, by its fallback';
    case 'double-counted':
      return pair.counted > 2 ? `Meta counts this ${pair.counted} times` : 'Meta counts this twice';
    case 'browser-only':
      return 'Only the browser told Meta';
    case 'server-only':
      return 'Only the server told Meta';
  }
}

export function ruleWords(rule: PairRule | null): string {
  switch (rule) {
    case 'P1':
      return 'Same event_id';
    case 'P2':
      return 'Fallback by fbp or external_id';
    case 'P3':
      return 'Same action by evidence; not joined';
    case null:
      return 'No twin found';
  }
}
