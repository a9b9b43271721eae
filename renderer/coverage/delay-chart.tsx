/** How soon server events left, over the time of the session; each column opens its events. */
import { useMemo } from 'react';
import type { EventId } from '../../shared/model/event.ts';
import type { FreshnessScore } from '../../shared/report/report.ts';
import { type DelayColumn, delayColumns } from '../../shared/view/delay-columns.ts';
import { formatDuration } from '../../shared/view/duration.ts';
import { formatClock } from '../../shared/view/format-clock.ts';
import { plural } from '../../shared/view/plural.ts';
import { usePairs } from '../state/derived.ts';
import { useSession } from '../state/session.ts';
import { showOnly } from '../state/view.ts';
import { type Column, Columns } from './columns.tsx';
import { MeasureCard } from './measure-card.tsx';

const columnCount = 12;

export function DelayChart({ freshness }: { freshness: FreshnessScore }) {
  const events = useSession((state) => state.rows.events);
  const pairs = usePairs();
  const columns = useMemo(() => delayColumns(events.values(), columnCount), [events]);
  const open = (wanted: DelayColumn) => {
    const ids = new Set<EventId>(wanted.events);
    const hit = pairs.filter(({ server }) => server.some((id) => ids.has(id)));
    const title = `sent late around ${formatClock(wanted.from)}`;
    showOnly(
      title,
      hit.map(({ key }) => key),
    );
  };
  return (
    <MeasureCard title="How soon do server events leave?" note={freshness.note}>
      {columns.length === 0 ? (
        <p className="measure-none">No source tells when its events were sent.</p>
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
    text: worstMs < 1000 ? '< 1 s' : formatDuration(worstMs),
    title: `${plural(events.length, 'event')}, median ${formatDuration(medianMs)}, slowest ${formatDuration(worstMs)}`,
    tone,
    open: () => open(column),
  };
}
