/** A session was dropped on an open one: instead of it, or in another window. */
import { oneLine } from '../../shared/view/visible-text.ts';
import { isSession, openDroppedApart, openDroppedInstead, useDropped } from '../state/open-apart.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';

const words = texts.session.dropped;

export function DroppedDialog({ onClose }: { onClose: () => void }) {
  const files = useDropped((state) => state.files);
  const isRecording = useSession((state) => state.status?.capture.state === 'recording');
  const isStored = useSession((state) => (state.status?.file ?? null) !== null);
  if (files === null) return null;
  const names = files.filter(isSession).map(({ name }) => oneLine(name, 60));
  const answer = (open: (files: readonly File[]) => Promise<void>) => {
    onClose();
    void open(files);
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>
        {words.lead(<strong>{names.join(', ')}</strong>)}{' '}
        {isRecording ? words.endsRecording : isStored ? words.closesStored : words.closesSession}
      </p>
      {files.length > names.length && <p>{words.others}</p>}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => answer(openDroppedInstead)}>
          {words.here}
        </button>
        <button type="button" className="button primary" onClick={() => answer(openDroppedApart)}>
          {words.apart}
        </button>
      </div>
    </Dialog>
  );
}
