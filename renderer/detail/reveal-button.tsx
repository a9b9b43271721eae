/** Shows what is masked for as long as it is held, by pointer or key. */
import type { KeyboardEvent } from 'react';
import { setRevealed, useReveal } from '../state/reveal.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';

const hide = () => setRevealed(false);

export function RevealButton() {
  const isRevealed = useReveal((state) => state.isRevealed);
  const onKey = (event: KeyboardEvent, isDown: boolean) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    setRevealed(isDown);
  };
  return (
    <button
      type="button"
      className="button quiet square"
      aria-label={texts.detail.reveal}
      title={texts.detail.reveal}
      aria-pressed={isRevealed}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setRevealed(true);
      }}
      onLostPointerCapture={hide}
      onBlur={hide}
      onKeyDown={(event) => onKey(event, true)}
      onKeyUp={(event) => onKey(event, false)}
    >
      <Icon name={isRevealed ? 'eye' : 'eye-shut'} />
    </button>
  );
}
