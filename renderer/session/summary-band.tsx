/** The headline: what Meta would count against what happened, and how the pairs divide. */
import { headline } from '../../shared/view/headline-words.ts';
import { formatCount } from '../../shared/view/plural.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';
import { VerdictFilter } from './verdict-filter.tsx';
import './summary-band.css';

export function SummaryBand() {
  const summary = useSession((state) => state.rows.summary);
  const { tone, difference, words } = headline(summary);
  const { countedByMeta, distinctActions } = summary;
  return (
    <section className="summary-band" aria-label={texts.session.summary.label}>
      <dl className="figures">
        <Figure value={formatCount(countedByMeta)} name={texts.session.summary.counted} />
        <Figure value={formatCount(distinctActions)} name={texts.session.summary.happened(distinctActions)} />
        <Figure value={difference} name={words} look={`difference tone-${tone}`} />
      </dl>
      <VerdictFilter />
    </section>
  );
}

function Figure({ value, name, look = '' }: { value: string; name: string; look?: string }) {
  return (
    <div className={`figure ${look}`}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
