/** Copies a text, and says that it did. */
import { useEffect, useState } from 'react';
import { texts } from '../texts/texts.ts';
import { Icon } from './icon.tsx';

export function CopyButton({ text, what }: { text: string; what: string }) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  return (
    <button
      type="button"
      className="copy-button"
      onClick={copy}
      aria-label={isCopied ? texts.ui.copyButton.done(what) : texts.ui.copyButton.label(what)}
    >
      <Icon name={isCopied ? 'check' : 'copy'} size={13} />
    </button>
  );
}
