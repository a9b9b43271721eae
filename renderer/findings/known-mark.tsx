/** Says that a cause is known: it goes to the end of the list, with the note that was left. */
import { type FormEvent, useState } from 'react';
import type { Mark } from '../../shared/model/mark.ts';
import { setMark } from '../state/marks.ts';
import { texts } from '../texts/texts.ts';

const words = texts.findings.known;

export function KnownMark({ code, mark }: { code: string; mark: Mark | undefined }) {
  const [isAsking, setIsAsking] = useState(false);
  if (isAsking) return <NoteField code={code} before={mark?.text ?? ''} onDone={() => setIsAsking(false)} />;
  if (mark === undefined) {
    return (
      <button type="button" className="link-button" onClick={() => setIsAsking(true)}>
        {words.mark}
      </button>
    );
  }
  return (
    <>
      <span className="known-note">{words.note(mark.text)}</span>
      <button type="button" className="link-button" onClick={() => setIsAsking(true)}>
        {words.change}
      </button>
      <button type="button" className="link-button" onClick={() => setMark('cause', code, null)}>
        {words.takeBack}
      </button>
    </>
  );
}

function NoteField({ code, before, onDone }: { code: string; before: string; onDone: () => void }) {
  const [text, setText] = useState(before);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setMark('cause', code, text.trim());
    onDone();
  };
  return (
    <form className="known-form" onSubmit={save}>
      <input
        className="field"
        aria-label={words.field}
        placeholder={words.placeholder}
        maxLength={400}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the person just asked for it.
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone();
        }}
      />
      <button type="submit" className="button small">
        {words.save}
      </button>
      <button type="button" className="button quiet small" onClick={onDone}>
        {words.cancel}
      </button>
    </form>
  );
}
