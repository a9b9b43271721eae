/** One event in its lane: full where Meta has it, crossed out where it does not, small where it never counts. */
import type { LaneMark } from '../../shared/view/lane-layout.ts';
import { labelY, laneY } from './geometry.ts';

export function Mark({ mark: { x, side, look } }: { mark: LaneMark }) {
  const y = laneY(side);
  return (
    <>
      <circle className="mark-hit" cx={x} cy={y} r="11" />
      <circle className="mark-halo" cx={x} cy={y} r="8.5" />
      <circle className={`mark ${look}`} cx={x} cy={y} r={look === 'quiet' ? 2.5 : 5} />
      {look === 'lost' && <path className="mark-cross" d={`M${x - 2.6} ${y - 2.6}l5.2 5.2m0 -5.2l-5.2 5.2`} />}
    </>
  );
}

export function MarkLabel({ mark: { x, side, name, labelTier } }: { mark: LaneMark }) {
  if (labelTier === null) return null;
  return (
    <text className="mark-label" x={x - 5} y={labelY(side, labelTier)}>
      {name.length > 24 ? `${name.slice(0, 23)}…` : name}
    </text>
  );
}

/** Leads from a mark to a label in the second row. Drawn below all labels. */
export function LabelLeader({ mark: { x, side, labelTier } }: { mark: LaneMark }) {
  if (labelTier === null || labelTier === 0) return null;
  const y = labelY(side, labelTier);
  const [from, to] = side === 'browser' ? [y + 3, laneY(side) - 8] : [laneY(side) + 8, y - 10];
  return <path className="label-leader" d={`M${x} ${from}V${to}`} />;
}

/** Copies and automatic events: seen, and neither paired nor counted. */
export function QuietMark({ mark }: { mark: LaneMark }) {
  return (
    <circle className="mark quiet" cx={mark.x} cy={laneY(mark.side)} r="2.5">
      <title>{mark.name}, neither paired nor counted</title>
    </circle>
  );
}
