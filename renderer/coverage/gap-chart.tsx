/** How far apart the two copies are: a column a step, each opening its pairs. */
import { useMemo } from 'react';
import { gapBins } from '../../shared/view/gap-bins.ts';
import { formatCount } from '../../shared/view/plural.ts';
import { usePairs } from '../state/derived.ts';
import { showFiltered } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Columns } from './columns.tsx';
import { MeasureCard } from './measure-card.tsx';

const words = texts.coverage.gaps;

export function GapChart() {
  const pairs = usePairs();
  const bins = useMemo(() => gapBins(pairs), [pairs]);
  const of = bins.reduce((sum, { count }) => sum + count, 0);
  const columns = bins.map(({ label, count, query, fromMs, toMs }) => ({
    key: label,
    label,
    height: count,
    text: count === 0 ? '' : formatCount(count),
    title: words.column(count, label),
    tone: toMs === null ? 'bad' : fromMs === null || (fromMs ?? 0) >= 300_000 ? 'part' : 'good',
    open: count === 0 ? null : () => showFiltered(query),
  }));
  return (
    <MeasureCard title={words.title} note={words.note(of)}>
      <Columns columns={columns} />
    </MeasureCard>
  );
}
