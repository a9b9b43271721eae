/** Stands on a lane in which there is nothing, while the other has something: what would fill it. */
import { AddFiles } from '../session/add-files.tsx';
import { useSession } from '../state/session.ts';
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';

const words = texts.lanes.empty;

export function EmptyLane({ side, y }: { side: 'browser' | 'server'; y: number }) {
  const isRecording = useSession((state) => state.status?.capture.state === 'recording');
  const { browserEvents, serverEvents } = useSession((state) => state.rows.summary);
  const [here, there] = side === 'browser' ? [browserEvents, serverEvents] : [serverEvents, browserEvents];
  if (here > 0 || there === 0) return null;
  return (
    <p className="lane-empty" style={{ top: y }}>
      {isRecording ? words.recording[side] : words.opened[side]} {!isRecording && <AddFiles isInText />}
      {isRecording && side === 'server' && (
        <button type="button" className="link-button" onClick={() => showDialog('connect')}>
          {texts.session.topBar.connect}
        </button>
      )}
    </p>
  );
}
