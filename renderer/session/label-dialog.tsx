/** How the user calls a session: name, note, colour, pin. */
import { type FormEvent, useState } from 'react';
import { labelColours, type SessionLabel } from '../../shared/model/label.ts';
import { labelSession } from '../state/shelf.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import './label.css';

const words = texts.session.labelDialog;

/** `path` null: the open session. `fileName` stands where no name is given. */
type Props = { path: string | null; label: SessionLabel; fileName: string; onClose: () => void };

export function LabelDialog({ path, label, fileName, onClose }: Props) {
  const [wanted, setWanted] = useState(label);
  const change = (part: Partial<SessionLabel>) => setWanted((before) => ({ ...before, ...part }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    const name = wanted.name?.trim() ?? '';
    void labelSession(path, { ...wanted, name: name === '' ? null : name, note: wanted.note.trim() });
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form className="label-form" onSubmit={save}>
        <label>
          {words.name}
          <input
            className="field"
            value={wanted.name ?? ''}
            placeholder={fileName}
            maxLength={120}
            onChange={(event) => change({ name: event.target.value })}
          />
        </label>
        <label>
          {words.note}
          <textarea
            className="field"
            rows={3}
            value={wanted.note}
            maxLength={2000}
            onChange={(event) => change({ note: event.target.value })}
          />
        </label>
        <fieldset className="colour-choice">
          <legend>{words.colour}</legend>
          {([null, ...labelColours] as const).map((colour) => (
            <label key={colour ?? 'none'} title={words.colours[colour ?? 'none']}>
              <input
                type="radio"
                name="colour"
                checked={wanted.colour === colour}
                onChange={() => change({ colour })}
                aria-label={words.colours[colour ?? 'none']}
              />
              <span className={`label-dot ${colour ?? 'none'}`} />
            </label>
          ))}
        </fieldset>
        <label className="check">
          <input
            type="checkbox"
            checked={wanted.isPinned}
            onChange={(event) => change({ isPinned: event.target.checked })}
          />
          {words.pin}
        </label>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="button primary">
            {words.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
