/** The bytes that an event came from, as they were kept: redacted, otherwise untouched. */
import type { CallOutput } from '../../shared/api/contract.ts';
import { maskedText } from '../../shared/view/mask-field.ts';
import { texts } from '../texts/texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { TextValue } from '../ui/text-value.tsx';

const words = texts.detail.captured;

export function RawEvent({ loaded }: { loaded: CallOutput<'event.get'> | null }) {
  if (loaded === null) return <p className="hint">{words.fetching}</p>;
  const { raw } = loaded;
  if (raw === null) return <p className="hint">{words.notHeld}</p>;
  const line = [raw.method, raw.url].filter((part) => part !== null).join(' ');
  return (
    <>
      <RawPart title={words.request} text={line} />
      <RawPart title={raw.contentType === null ? words.body : words.bodyOfType(raw.contentType)} text={raw.body} />
      <RawPart title={words.answer} text={raw.answer} />
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
