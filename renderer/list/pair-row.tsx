/** One pair as a row of fixed height: when, what, verdict, why. */
import { memo } from 'react';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { formatClock } from '../../shared/view/format-clock.ts';
import { formatGap } from '../../shared/view/format-gap.ts';
import { worstSeverity } from '../../shared/view/group-findings.ts';
import { useSession } from '../state/session.ts';
import { hoverPair, openPair, useView } from '../state/view.ts';
import { SeveritySign } from '../ui/severity-sign.tsx';
import { VerdictWord } from '../ui/verdict-sign.tsx';

type Props = { pair: Pair; findings: Finding[] | undefined; index: number; topPx: number; isSelected: boolean };

export const PairRow = memo(function PairRow({ pair, findings, index, topPx, isSelected }: Props) {
  const isHovered = useView((state) => state.hovered === pair.key);
  const eventId = useSession((state) => firstEventId(pair, state.rows.events));
  const worst = worstSeverity(findings ?? []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys.
    <div
      id={`pair-row-${index}`}
      className={isHovered ? 'pair-row hovered' : 'pair-row'}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      style={{ transform: `translateY(${topPx}px)` }}
      onClick={() => {
        openPair(pair.key);
        document.getElementById('pair-grid')?.focus();
      }}
      onMouseEnter={() => hoverPair(pair.key)}
      onMouseLeave={() => hoverPair(null)}
    >
      <span role="gridcell" className="cell-time">
        {formatClock(pair.at)}
      </span>
      <span role="gridcell" className="cell-name" title={pair.eventName}>
        {pair.eventName}
      </span>
      <span role="gridcell">
        <VerdictWord verdict={pair.verdict} />
      </span>
      <span role="gridcell" className="cell-why" title={pair.why}>
        {pair.why}
      </span>
      <span role="gridcell" className="cell-gap">
        {formatGap(pair.gapMs)}
      </span>
      <span role="gridcell" className="cell-id mono" title={pair.order ?? eventId ?? undefined}>
        {pair.order ?? eventId ?? '–'}
      </span>
      <span role="gridcell" className="cell-findings">
        {worst !== null && <SeveritySign severity={worst} count={findings?.length ?? 0} isShort />}
      </span>
    </div>
  );
});

function firstEventId(pair: Pair, events: ReturnType<typeof useSession.getState>['rows']['events']): string | null {
  for (const id of [...pair.browser, ...pair.server]) {
    const eventId = events.get(id)?.eventId;
    if (eventId !== null && eventId !== undefined) return eventId;
  }
  return null;
}
