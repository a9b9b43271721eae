/** One chip a verdict, with its count; a chosen one keeps only its pairs in sight. */
import type { Verdict } from '../../shared/model/pair.ts';
import type { PairCounts } from '../../shared/report/report.ts';
import { formatCount } from '../../shared/view/plural.ts';
import { verdicts, verdictWords } from '../../shared/view/verdict-words.ts';
import { useSession } from '../state/session.ts';
import { toggleVerdict, useView } from '../state/view.ts';
import { VerdictSign, verdictTone } from '../ui/verdict-sign.tsx';

const countKeys: Record<Verdict, keyof PairCounts> = {
  deduplicated: 'deduplicated',
  fallback: 'fallback',
  'double-counted': 'doubleCounted',
  'browser-only': 'browserOnly',
  'server-only': 'serverOnly',
};

export function VerdictFilter() {
  const counts = useSession((state) => state.rows.summary.pairs);
  const chosen = useView((state) => state.verdict);
  return (
    <fieldset className="verdict-filter">
      <legend className="visually-hidden">Show only pairs that are</legend>
      {verdicts.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className={`chip tone-${verdictTone[verdict]}`}
          aria-pressed={chosen === verdict}
          disabled={counts[countKeys[verdict]] === 0 && chosen !== verdict}
          title={verdictWords[verdict].meaning}
          onClick={() => toggleVerdict(verdict)}
        >
          <VerdictSign verdict={verdict} />
          {verdictWords[verdict].word}
          <span className="chip-count">{formatCount(counts[countKeys[verdict]])}</span>
        </button>
      ))}
    </fieldset>
  );
}
