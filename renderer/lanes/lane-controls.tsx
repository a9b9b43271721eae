/** Nearer, further, all, newest: what the wheel and the keys do, for those who use neither. */
import { useShallow } from 'zustand/react/shallow';
import { fitLanes, followLanes, useLanes, zoomLanesIn, zoomLanesOut } from '../state/lanes.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';
import { LaneIcon } from './lane-icon.tsx';

const { label, out, in: zoomIn, fit, follow } = texts.lanes.controls;

export function LaneControls() {
  const mode = useLanes((state) => state.mode);
  const isLive = useSession(useShallow((state) => state.status?.capture.state === 'recording'));
  return (
    <div className="lane-controls" role="group" aria-label={label}>
      <button type="button" onClick={zoomLanesOut} title={out.title} aria-label={out.label}>
        <LaneIcon name="out" />
      </button>
      <button type="button" onClick={zoomLanesIn} title={zoomIn.title} aria-label={zoomIn.label}>
        <LaneIcon name="in" />
      </button>
      <button type="button" onClick={fitLanes} title={fit.title} aria-label={fit.label} aria-pressed={mode === 'fit'}>
        <LaneIcon name="fit" />
      </button>
      {isLive && (
        <button
          type="button"
          onClick={followLanes}
          title={follow.title}
          aria-label={follow.label}
          aria-pressed={mode === 'follow'}
        >
          <LaneIcon name="follow" />
        </button>
      )}
    </div>
  );
}
