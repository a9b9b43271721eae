/** The user's notes on the axis of time: writing one, and taking one away. */
import { type FormEvent, useState } from 'react';
import { formatClock } from '../../shared/view/format-clock.ts';
import { setMark, useNotes } from '../state/marks.ts';
import { momentOfNote } from '../state/moment-of-note.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextValue } from '../ui/text-value.tsx';
import './notes.css';

const words = texts.session.notes;

export function NotesDialog({ onClose }: { onClose: () => void }) {
  const notes = useNotes();
  const [at] = useState(momentOfNote);
  const [text, setText] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') setMark('moment', String(at), text.trim());
    onClose();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form className="note-form" onSubmit={save}>
        <label htmlFor="note-text">{words.field(formatClock(at))}</label>
        <div>
          <input
            id="note-text"
            className="field"
            value={text}
            maxLength={400}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="button primary">
            {words.add}
          </button>
        </div>
      </form>
      {notes.length > 0 && (
        <ul className="notes" aria-label={words.list}>
          {notes.map((note) => (
            <li key={note.key}>
              <time>{formatClock(Number(note.key))}</time>
              <TextValue text={note.text} />
              <button type="button" className="link-button" onClick={() => setMark('moment', note.key, null)}>
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
