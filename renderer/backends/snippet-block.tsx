/** Lines to paste, where they go, and a button that copies them. */
import { texts } from '../texts/texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';

export function SnippetBlock({ place, text }: { place: string; text: string }) {
  return (
    <figure className="snippet">
      <figcaption>
        <span>{place}</span>
        <CopyButton text={text} what={texts.backends.copied(place)} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre className="mono" tabIndex={0}>
        {text}
      </pre>
    </figure>
  );
}
