/** A value from the wire: shown as text whatever is in it, cut where it is long, masked where it tells who somebody is. */
import { useState } from 'react';
import { cutText, visibleText } from '../../shared/view/visible-text.ts';
import { useReveal } from '../state/reveal.ts';
import { texts } from '../texts/texts.ts';

const limit = 400;
/** More than this is not drawn at once: the window would stand still. */
const most = 20_000;

type Props = {
  text: string;
  /** What stands in its place while customer information is masked; left out where it tells nothing about a person. */
  masked?: string;
  /** A sentence of ours in which something from the wire stands. */
  isSentence?: true;
};

export function TextValue({ text, masked, isSentence }: Props) {
  const isRevealed = useReveal((state) => state.isRevealed);
  const [shownChars, setShownChars] = useState(limit);
  const isMasked = masked !== undefined && !isRevealed && masked !== text;
  const { shown, rest } = cutText(isMasked ? masked : text, shownChars);
  return (
    <span className={isSentence ? undefined : isMasked ? 'mono masked' : 'mono'}>
      {visibleText(shown)}
      {rest > 0 && (
        <button type="button" className="link-button" onClick={() => setShownChars(shownChars + most)}>
          {texts.ui.restOfText(rest)}
        </button>
      )}
    </span>
  );
}
