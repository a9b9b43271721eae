/**
 * A modal question or list on top of the window; Escape, the close button and a click beside it close it. Where
 * something is to be typed, the cursor stands there at once; `data-first` marks the safe answer to a question.
 */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { texts } from '../texts/texts.ts';
import { Icon } from './icon.tsx';

export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    const first = dialog?.querySelector<HTMLElement>('input.field, textarea') ?? dialog?.querySelector('[data-first]');
    if (first instanceof HTMLElement) first.focus();
    return () => dialog?.close();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it already; the click is the mouse's way.
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div className="dialog-body">
        <header>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="button quiet square" onClick={onClose} aria-label={texts.ui.closeDialog}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
