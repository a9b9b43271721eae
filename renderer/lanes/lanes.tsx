/** The two lanes: every event on one axis of time, the Pixel's above, the server's below, twins linked by rule. */
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Pair } from '../../shared/model/pair.ts';
import { type LaneLayout, layOutLanes } from '../../shared/view/lane-layout.ts';
import type { CursorMove } from '../../shared/view/move-cursor.ts';
import { plural } from '../../shared/view/plural.ts';
import { usePairs, useVisiblePairs } from '../state/derived.ts';
import { movePairCursor } from '../state/move-pair-cursor.ts';
import { useSession } from '../state/session.ts';
import { hoverPair, openDetail, useView } from '../state/view.ts';
import { browserLaneY, lanesHeightPx, serverLaneY } from './geometry.ts';
import { LaneAxis } from './lane-axis.tsx';
import { LabelLeader, QuietMark } from './lane-mark.tsx';
import { LanePair } from './lane-pair.tsx';
import { useWidth } from './use-width.ts';
import './lanes.css';

const moves: Record<string, CursorMove> = { ArrowRight: 'next', ArrowLeft: 'previous', Home: 'first', End: 'last' };

export function Lanes() {
  const events = useSession((state) => state.rows.events);
  const summary = useSession((state) => state.rows.summary);
  const pairs = usePairs();
  const visible = useVisiblePairs();
  const selected = useView((state) => state.selected);
  const scroller = useRef<HTMLDivElement>(null);
  const roomPx = useWidth(scroller);
  const layout = useMemo(() => layOutLanes({ events: events.values(), pairs }, roomPx), [events, pairs, roomPx]);
  const byPair = useMemo(() => partsByPair(layout), [layout]);
  const inSight = useMemo(() => new Set(visible.map((pair) => pair.key)), [visible]);
  useKeepInView({ layout, selected, scroller, roomPx });

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (move === undefined) openDetail();
    else movePairCursor(move);
  };
  const isSelectedShown = selected !== null && byPair.has(selected);

  return (
    <section className="lanes" aria-label="Lanes">
      <div className="lane-names" style={{ height: lanesHeightPx }}>
        <LaneName y={browserLaneY} name="Browser" text={plural(summary.browserEvents, 'event')} />
        <LaneName y={serverLaneY} name="Server" text={plural(summary.serverEvents, 'event')} />
      </div>
      <div
        ref={scroller}
        className="lane-scroller"
        role="listbox"
        aria-label="Pairs on the axis of time"
        aria-orientation="horizontal"
        aria-activedescendant={isSelectedShown ? `lane-${selected}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onMouseLeave={() => hoverPair(null)}
      >
        {roomPx > 0 && (
          <svg role="presentation" width={layout.widthPx} height={lanesHeightPx}>
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can take the focus. */}
            <g aria-hidden="true">
              <LaneAxis layout={layout} />
              {layout.marks.map((mark) => (
                <LabelLeader key={mark.id} mark={mark} />
              ))}
              {layout.marks.map((mark) => mark.pair === null && <QuietMark key={mark.id} mark={mark} />)}
            </g>
            {pairs.map((pair) => (
              <LanePair
                key={pair.key}
                pair={pair}
                {...(byPair.get(pair.key) ?? nothing)}
                isSelected={pair.key === selected}
                isFaded={!inSight.has(pair.key)}
              />
            ))}
          </svg>
        )}
      </div>
    </section>
  );
}

type Parts = Pick<LaneLayout, 'marks' | 'links'>;
const nothing: Parts = { marks: [], links: [] };

function partsByPair({ marks, links }: LaneLayout): Map<Pair['key'], Parts> {
  const parts = new Map<string, Parts>();
  const of = (key: string) => {
    const known = parts.get(key) ?? { marks: [], links: [] };
    parts.set(key, known);
    return known;
  };
  for (const mark of marks) if (mark.pair !== null) of(mark.pair).marks.push(mark);
  for (const link of links) of(link.pair).links.push(link);
  return parts;
}

function LaneName({ y, name, text }: { y: number; name: string; text: string }) {
  return (
    <p className="lane-name" style={{ top: y }}>
      <strong>{name}</strong>
      <span>{text}</span>
    </p>
  );
}

type InView = {
  layout: LaneLayout;
  selected: string | null;
  scroller: RefObject<HTMLDivElement | null>;
  roomPx: number;
};

/** Scrolls to the selected pair as the selection moves, and to the newest while nothing is selected. */
function useKeepInView({ layout, selected, scroller, roomPx }: InView): void {
  const { widthPx } = layout;
  const x = layout.marks.find((mark) => mark.pair === selected && selected !== null)?.x ?? null;
  useEffect(() => {
    const box = scroller.current;
    if (box === null || widthPx <= roomPx) return;
    if (x === null) box.scrollLeft = widthPx;
    else if (x < box.scrollLeft + 40 || x > box.scrollLeft + roomPx - 120) {
      box.scrollLeft = x - roomPx / 2;
    }
  }, [x, widthPx, roomPx, scroller]);
}
