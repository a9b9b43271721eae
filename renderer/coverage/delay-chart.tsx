/** How soon server events left, over the time of the session; each column opens its events. */
import { useMemo } from 'react';
import type { EventId } from '../../shared/model/event.ts';
import type { FreshnessScore } from '../../shared/report/report.ts';
import { type DelayColumn, delayColumns } from '../../shared/view/delay-columns.ts';
import { formatDuration } from '../../shared/view/duration.ts';
import { formatClock } from '../../shared/view/format-clock.ts';
import { usePairs } from '../state/derived.ts';
import { useSession } from '../state/session.ts';
import { showOnly } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { type Column, Columns } from './columns.tsx';
import { MeasureCard } from './measure-card.tsx';

const words = texts.coverage.delays;
const columnCount = 12;

export function DelayChart({ freshness }: { freshness: FreshnessScore }) {
  const events = useSession((state) => state.rows.events);
  const pairs = usePairs();
  const columns = useMemo(() => delayColumns(events.values(), columnCount), [events]);
  const open = (wanted: DelayColumn) => {
    const ids = new Set<EventId>(wanted.events);
    const hit = pairs.filter(({ server }) => server.some((id) => ids.has(id)));
    showOnly(
      words.lateAround(formatClock(wanted.from)),
      hit.map(({ key }) => key),
    );
  };
  return (
    <MeasureCard title={words.title} note={freshness.note}>
      {columns.length === 0 ? (
        <p className="measure-none">{words.none}</p>
      ) : (
        <Columns columns={columns.map((column) => asColumn(column, open))} />
      )}
    </MeasureCard>
  );
}

/** Drawn by order of magnitude: a minute and an hour are both to be seen beside a second. */
function asColumn(column: DelayColumn, open: (column: DelayColumn) => void): Column {
  const { from, events, medianMs, worstMs } = column;
  const tone = worstMs >= 3_600_000 ? 'bad' : worstMs >= 60_000 ? 'part' : 'good';
  return {
    key: String(from),
    label: formatClock(from),
    height: Math.log10(Math.max(1, worstMs / 100) + 1),
    text: worstMs < 1000 ? words.underOneSecond : formatDuration(worstMs),
    title: words.column(events.length, formatDuration(medianMs), formatDuration(worstMs)),
    tone,
    open: () => open(column),
  };
}
