/** The bytes that an event came from, as they were kept: redacted, otherwise untouched. */
import type { CallOutput } from '../../shared/api/contract.ts';
import { maskedText } from '../../shared/view/mask-field.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { TextValue } from '../ui/text-value.tsx';

export function RawEvent({ loaded }: { loaded: CallOutput<'event.get'> | null }) {
  if (loaded === null) return <p className="hint">Fetching…</p>;
  const { raw } = loaded;
  if (raw === null) return <p className="hint">The recording does not hold the bytes that this event came from.</p>;
  const line = [raw.method, raw.url].filter((part) => part !== null).join(' ');
  return (
    <>
      <RawPart title="Request" text={line} />
      <RawPart title={raw.contentType === null ? 'Body' : `Body, ${raw.contentType}`} text={raw.body} />
      <RawPart title="Answer" text={raw.answer} />
    </>
  );
}

function RawPart({ title, text }: { title: string; text: string | null }) {
  if (text === null || text === '') return null;
  return (
    <div className="raw-part">
      <h4>
        {title} <CopyButton text={text} what={title.toLowerCase()} />
      </h4>
      <pre>
        <TextValue text={text} masked={maskedText(text)} />
      </pre>
    </div>
  );
}
