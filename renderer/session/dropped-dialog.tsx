/** A session was dropped on an open one: instead of it, or in another window. */
import { oneLine } from '../../shared/view/visible-text.ts';
import { isSession, openDroppedApart, openDroppedInstead, useDropped } from '../state/open-apart.ts';
import { useSession } from '../state/session.ts';
import { Dialog } from '../ui/dialog.tsx';

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
    <Dialog title="Where should the session open?" onClose={onClose}>
      <p>
        You dropped <strong>{names.join(', ')}</strong> on an open session.{' '}
        {isRecording
          ? 'Opening it here ends the recording that runs; what was recorded stays in its file.'
          : `Opening it here closes the one that you see${isStored ? '; its file stays as it is' : ''}.`}
      </p>
      {files.length > names.length && <p>The other files are added to the session of this window.</p>}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => answer(openDroppedInstead)}>
          Open here instead
        </button>
        <button type="button" className="button primary" onClick={() => answer(openDroppedApart)}>
          In another window
        </button>
      </div>
    </Dialog>
  );
}
