/** The line that says what the pointer or the keyboard is on. */
import type { Pair } from '../../shared/model/pair.ts';
import { formatClock } from '../../shared/view/format-clock.ts';
import { delayOf } from '../../shared/view/lanes/entries-of-rows.ts';
import { gapWords } from '../../shared/view/lanes/lane-words.ts';
import type { EventRow } from '../../shared/view/rows.ts';
import type { SessionRows } from '../../shared/view/session-rows.ts';
import { verdictWords } from '../../shared/view/verdict-words.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { type LaneTip as Tip, useLanes } from '../state/lanes.ts';
import { useSession } from '../state/session.ts';
import { VerdictSign } from '../ui/verdict-sign.tsx';

const edgePx = 8;
/** The tip is one line, whatever a site calls its events. */
const longestName = 60;

export function LaneTip({ roomPx }: { roomPx: number }) {
  const tip = useLanes((state) => state.tip);
  if (tip === null) return null;
  // Leans to the side that has room, so that the line is never cut.
  const share = Math.min(1, Math.max(0, tip.x / Math.max(1, roomPx)));
  const left = Math.min(roomPx - edgePx, Math.max(edgePx, tip.x));
  return (
    <div
      className={tip.isAbove ? 'lane-tip above' : 'lane-tip'}
      style={{ left, top: tip.edgeY, translate: `${-share * 100}% 0` }}
      data-x={tip.x}
      data-y={tip.y}
    >
      {tip.pair === null ? tip.line : <PairLine pairKey={tip.pair} />}
    </div>
  );
}

function PairLine({ pairKey }: { pairKey: NonNullable<Tip['pair']> }) {
  const pair = useSession((state) => state.rows.pairs.get(pairKey));
  const delayMs = useSession(({ rows }) => delayOf(serverRows(pair, rows.events)));
  if (pair === undefined) return null;
  const gap = gapWords(pair, delayMs);
  return (
    <>
      <VerdictSign verdict={pair.verdict} />
      <strong>{oneLine(pair.eventName, longestName)}</strong>
      <span>{verdictWords[pair.verdict].word}</span>
      {gap !== '' && <span>{gap}</span>}
      {pair.order !== null && <span className="mono">{oneLine(pair.order, longestName)}</span>}
      <span className="lane-tip-time">{formatClock(pair.at)}</span>
    </>
  );
}

function serverRows(pair: Pair | undefined, events: SessionRows['events']): EventRow[] {
  return (pair?.server ?? []).map((id) => events.get(id)).filter((row) => row !== undefined);
}
