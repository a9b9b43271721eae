/** The two lanes: every event on one axis of time, the Pixel's above, the server's below, twins linked by rule. */
import { type FocusEvent, type KeyboardEvent, useMemo, useRef } from 'react';
import { laneHeights } from '../../shared/view/lanes/lane-heights.ts';
import type { CursorMove } from '../../shared/view/move-cursor.ts';
import { moveOfKey } from '../../shared/view/move-cursor.ts';
import { placeOf, useVisiblePairs } from '../state/derived.ts';
import { fitLanes, followLanes, zoomLanesIn, zoomLanesOut } from '../state/lanes.ts';
import { movePairCursor } from '../state/move-pair-cursor.ts';
import { useSession } from '../state/session.ts';
import { openDetail, useView } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { useSize } from '../ui/use-size.ts';
import { EmptyLane } from './empty-lane.tsx';
import { LaneControls } from './lane-controls.tsx';
import { columns, LaneTable, laneRowId } from './lane-table.tsx';
import { LaneTip } from './lane-tip.tsx';
import { stripHandlers } from './strip-handlers.ts';
import { useLanePointer } from './use-lane-pointer.ts';
import { useLaneStage } from './use-lane-stage.ts';
import './lanes.css';

const sideways: Record<string, CursorMove> = { ArrowRight: 'next', ArrowLeft: 'previous' };
const viewKeys: Record<string, () => void> = {
  '0': fitLanes,
  f: followLanes,
  F: followLanes,
  '+': zoomLanesIn,
  '=': zoomLanesIn,
  '-': zoomLanesOut,
};

export function Lanes() {
  const summary = useSession((state) => state.rows.summary);
  const pairs = useVisiblePairs();
  const selected = useView((state) => state.selected);
  const at = useMemo(() => placeOf(pairs, selected), [pairs, selected]);
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const strip = useRef<HTMLCanvasElement>(null);
  const stripWindow = useRef<HTMLDivElement>(null);
  const stage = useLaneStage({ host, canvas, strip, stripWindow });
  useLanePointer(host, stage);
  const size = useSize(host);
  const { browserY, serverY } = laneHeights(size.heightPx);
  const chosen = pairs[at];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actOfKey(event.key);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    stage.current?.takeKeyboard(true);
    act();
  };
  const onFocus = (event: FocusEvent) => stage.current?.takeKeyboard(event.currentTarget.matches(':focus-visible'));

  return (
    <section className="lanes" aria-label={texts.lanes.label}>
      <div className="lane-names">
        <LaneName y={browserY} name={texts.ui.sides.browser} text={texts.lanes.eventCount(summary.browserEvents)} />
        <LaneName y={serverY} name={texts.ui.sides.server} text={texts.lanes.eventCount(summary.serverEvents)} />
        <LaneControls />
      </div>
      <div
        ref={host}
        className="lane-stage"
        role="grid"
        aria-label={texts.lanes.grid}
        aria-rowcount={pairs.length + 1}
        aria-colcount={columns.length}
        aria-readonly="true"
        aria-activedescendant={chosen === undefined ? undefined : laneRowId(chosen.key)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={() => stage.current?.takeKeyboard(false)}
      >
        <div className="lane-picture" aria-hidden="true">
          <canvas ref={canvas} />
          <LaneTip roomPx={size.widthPx} />
        </div>
        <LaneTable pairs={pairs} at={at} />
      </div>
      <EmptyLane side="browser" y={browserY} />
      <EmptyLane side="server" y={serverY} />
      <div className="lane-strip" aria-hidden="true" {...stripHandlers(stage)}>
        <canvas ref={strip} />
        <div ref={stripWindow} className="lane-window" />
      </div>
    </section>
  );
}

function actOfKey(key: string): (() => void) | null {
  const move = sideways[key] ?? moveOfKey(key);
  if (move !== null) return () => movePairCursor(move);
  return key === 'Enter' ? openDetail : (viewKeys[key] ?? null);
}

function LaneName({ y, name, text }: { y: number; name: string; text: string }) {
  return (
    <p className="lane-name" style={{ top: y }}>
      <strong>{name}</strong>
      <span>{text}</span>
    </p>
  );
}
