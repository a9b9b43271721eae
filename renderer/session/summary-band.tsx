/** The headline: what Meta would count against what happened, and how the pairs divide. */
import { formatCount } from '../../shared/view/plural.ts';
import { useSession } from '../state/session.ts';
import { VerdictFilter } from './verdict-filter.tsx';

export function SummaryBand() {
  const counted = useSession((state) => state.rows.summary.countedByMeta);
  const happened = useSession((state) => state.rows.summary.distinctActions);
  return (
    <section className="summary-band" aria-label="Summary">
      <dl className="figures">
        <Figure value={counted} name="Meta would count" />
        <Figure value={happened} name={happened === 1 ? 'action happened' : 'actions happened'} />
        <Difference by={counted - happened} />
      </dl>
      <VerdictFilter />
    </section>
  );
}

function Figure({ value, name }: { value: number; name: string }) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>{formatCount(value)}</dd>
    </div>
  );
}

function Difference({ by }: { by: number }) {
  const tone = by === 0 ? 'good' : 'bad';
  const words = by === 0 ? 'as it should be' : by > 0 ? 'too many' : 'too few';
  return (
    <div className={`figure difference tone-${tone}`}>
      <dt>{words}</dt>
      <dd>{by === 0 ? '±0' : by > 0 ? `+${formatCount(by)}` : `−${formatCount(-by)}`}</dd>
    </div>
  );
}
