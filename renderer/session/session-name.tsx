/** The name of the open session; a click changes it. Nothing where the session is not stored. */
import { useSession } from '../state/session.ts';
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import './label.css';

export function SessionName() {
  const label = useSession((state) => state.status?.label ?? null);
  const file = useSession((state) => state.status?.file ?? null);
  if (label === null || file === null) return null;
  const title = label.note === '' ? texts.session.topBar.nameTitle : label.note;
  return (
    <button type="button" className="session-label" title={title} onClick={() => showDialog('label')}>
      {label.colour !== null && <span className={`label-dot ${label.colour}`} />}
      <strong>{label.name ?? fileName(file)}</strong>
    </button>
  );
}

export function fileName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.twinlane$/, '');
}
