/** A button that asks for files: by the system's own dialog on the desktop, by the browser's elsewhere. */
import { type ChangeEvent, type ReactNode, useRef } from 'react';
import { desktop } from '../connect.ts';
import { pickAndOpen } from '../state/log-preview.ts';
import { texts } from '../texts/texts.ts';

type Props = { look: string; isDisabled: boolean; onFiles(files: readonly File[]): void; children: ReactNode };

export function FileButton({ look, isDisabled, onFiles, children }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const choose = () => {
    if (desktop === null) picker.current?.click();
    else void pickAndOpen();
  };
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  return (
    <>
      <button type="button" className={look} onClick={choose} disabled={isDisabled}>
        {children}
      </button>
      <input ref={picker} type="file" multiple hidden aria-label={texts.ui.filePicker} onChange={pick} />
    </>
  );
}
