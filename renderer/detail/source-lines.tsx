/** The lines of the log around an event, where its file can still be read. */
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/api/contract.ts';
import type { EventId } from '../../shared/model/event.ts';
import { maskedText } from '../../shared/view/mask-field.ts';
import { callCore } from '../state/core-calls.ts';
import { texts } from '../texts/texts.ts';
import { TextValue } from '../ui/text-value.tsx';

type Around = CallOutput<'event.lines'>;

export function SourceLines({ id }: { id: EventId }) {
  const [found, setFound] = useState<{ id: EventId; around: Around } | null>(null);
  useEffect(() => {
    let isWanted = true;
    callCore('event.lines', { id }).then(
      (around) => isWanted && setFound({ id, around }),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  if (found === null || found.id !== id || found.around.lines === null) return null;
  const { input, lines } = found.around;
  return (
    <div className="raw-part">
      <h4>{texts.detail.captured.around(input)}</h4>
      <ol className="source-lines">
        {lines.map(({ number, text, isTheOne }) => (
          <li key={number} aria-current={isTheOne || undefined}>
            <span>{number}</span>
            <TextValue text={text} masked={maskedText(text)} />
          </li>
        ))}
      </ol>
    </div>
  );
}
