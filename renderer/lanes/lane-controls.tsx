/** Nearer, further, all, newest: what the wheel and the keys do, for those who use neither. */
import { useShallow } from 'zustand/react/shallow';
import { fitLanes, followLanes, useLanes, zoomLanesIn, zoomLanesOut } from '../state/lanes.ts';
import { useSession } from '../state/session.ts';
import { LaneIcon } from './lane-icon.tsx';

export function LaneControls() {
  const mode = useLanes((state) => state.mode);
  const isLive = useSession(useShallow((state) => state.status?.capture.state === 'recording'));
  return (
    <div className="lane-controls" role="group" aria-label="View of the lanes">
      <button type="button" onClick={zoomLanesOut} title="Zoom out (−)" aria-label="Zoom out">
        <LaneIcon name="out" />
      </button>
      <button type="button" onClick={zoomLanesIn} title="Zoom in (+)" aria-label="Zoom in">
        <LaneIcon name="in" />
      </button>
      <button type="button" onClick={fitLanes} title="Show all (0)" aria-label="Show all" aria-pressed={mode === 'fit'}>
        <LaneIcon name="fit" />
      </button>
      {isLive && (
        <button
          type="button"
          onClick={followLanes}
          title="Follow the newest (F)"
          aria-label="Follow the newest"
          aria-pressed={mode === 'follow'}
        >
          <LaneIcon name="follow" />
        </button>
      )}
    </div>
  );
}
