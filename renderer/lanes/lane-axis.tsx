/** The two lines, open where idle time is folded and naming its length there, and the clock below. */
import { formatDuration } from '../../shared/view/duration.ts';
import { formatClock } from '../../shared/view/format-clock.ts';
import type { LaneLayout } from '../../shared/view/lane-layout.ts';
import { browserLaneY, serverLaneY, ticksY } from './geometry.ts';

const foldInsetPx = 10;
const clockPx = 58;

export function LaneAxis({ layout: { widthPx, folds, ticks } }: { layout: LaneLayout }) {
  const spaced = ticks.filter(spacedBy(clockPx));
  return (
    <g className="lane-axis">
      {[browserLaneY, serverLaneY].map((y) => (
        <path key={y} className="lane-line" d={openLine(y, widthPx, folds)} />
      ))}
      {folds.map(({ x, widthPx: foldPx, idleMs }) => (
        <g key={x}>
          <text className="fold-label" x={x + foldPx / 2} y={browserLaneY + 4} textAnchor="middle">
            {shortly(idleMs)}
          </text>
          <path className="lane-line folded" d={`M${x + foldInsetPx} ${serverLaneY}h${foldPx - 2 * foldInsetPx}`} />
        </g>
      ))}
      {spaced.map(({ x, at }) => (
        <g key={at}>
          <path className="tick" d={`M${x} ${ticksY - 14}v4`} />
          <text className="tick-label" x={x - 4} y={ticksY}>
            {formatClock(at)}
          </text>
        </g>
      ))}
    </g>
  );
}

function openLine(y: number, widthPx: number, folds: LaneLayout['folds']): string {
  const cuts = folds.map((fold) => `H${fold.x + foldInsetPx}M${fold.x + fold.widthPx - foldInsetPx} ${y}`);
  return `M0 ${y}${cuts.join('')}H${widthPx}`;
}

/** One unit is enough for idle time. */
function shortly(ms: number): string {
  return formatDuration(ms).split(' ').slice(0, 2).join(' ');
}

/** Leaves out what would stand on the one before. */
function spacedBy(px: number): (tick: { x: number }) => boolean {
  let end = Number.NEGATIVE_INFINITY;
  return ({ x }) => {
    if (x < end) return false;
    end = x + px;
    return true;
  };
}
