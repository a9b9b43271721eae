/** One chip a verdict, with its count; a chosen one keeps only its pairs in sight. */
import { formatCount } from '../../shared/view/plural.ts';
import { countKeys, verdicts, verdictWords } from '../../shared/view/verdict-words.ts';
import { useSession } from '../state/session.ts';
import { toggleVerdict, useView } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { VerdictSign, verdictTone } from '../ui/verdict-sign.tsx';

export function VerdictFilter() {
  const counts = useSession((state) => state.rows.summary.pairs);
  const chosen = useView((state) => state.verdict);
  return (
    <fieldset className="verdict-filter">
      <legend className="visually-hidden">{texts.session.filter.verdicts}</legend>
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
