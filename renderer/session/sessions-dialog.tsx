/** The stored sessions from within an open one: each opens here or in another window. */
import { useEffect } from 'react';
import { formatDay } from '../../shared/view/format-clock.ts';
import { refreshDescription, useDescription } from '../state/describe.ts';
import { openApart } from '../state/open-apart.ts';
import { useSession } from '../state/session.ts';
import { openPath } from '../state/session-actions.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import './sessions-dialog.css';

const words = texts.session.otherSessions;

export function SessionsDialog({ onClose }: { onClose: () => void }) {
  const recent = useDescription((state) => state.about?.recent) ?? [];
  const file = useSession((state) => state.status?.file ?? null);
  const isRecording = useSession((state) => state.status?.capture.state === 'recording');
  useEffect(() => void refreshDescription(), []);
  const others = recent.filter(({ path }) => path !== file);
  const answer = (open: (path: string) => Promise<boolean>, path: string) => {
    onClose();
    void open(path);
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      {others.length === 0 && <p className="hint">{words.none}</p>}
      {others.length > 0 && isRecording && <p className="hint">{words.endsRecording}</p>}
      <ul className="other-sessions">
        {others.map(({ path, name, modifiedAt }) => (
          <li key={path}>
            <span className="other-name" title={path}>
              {name}
            </span>
            <time dateTime={new Date(modifiedAt).toISOString()}>{formatDay(modifiedAt)}</time>
            <button type="button" className="button small" onClick={() => answer(openPath, path)}>
              {words.here}
            </button>
            <button type="button" className="button small" onClick={() => answer(openApart, path)}>
              {words.apart}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
