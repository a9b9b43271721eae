/** The address that is polled and the header that goes with it: at the start of a recording and while it runs. */
import { useId } from 'react';
import { texts } from '../texts/texts.ts';

const words = texts.recording.poll;

export type PollText = { url: string; header: string };

export const noPoll: PollText = { url: '', header: '' };

/** As the contract takes it; null where no address was given. */
export function pollOf({ url, header }: PollText): { url: string; headers: string[] } | null {
  const [address, line] = [url.trim(), header.trim()];
  return address === '' ? null : { url: address, headers: line === '' ? [] : [line] };
}

export function PollFields({ value, onChange }: { value: PollText; onChange: (value: PollText) => void }) {
  const id = useId();
  return (
    <>
      <label className="field-label" htmlFor={`${id}-url`}>
        {words.address}
      </label>
      <input
        id={`${id}-url`}
        className="field mono"
        spellCheck={false}
        placeholder="https://shop.example/capi-log?since={since}"
        value={value.url}
        onChange={(event) => onChange({ ...value, url: event.target.value })}
        aria-describedby={`${id}-hint`}
      />
      <label className="field-label" htmlFor={`${id}-header`}>
        {words.header}
      </label>
      <input
        id={`${id}-header`}
        className="field mono"
        spellCheck={false}
        autoComplete="off"
        placeholder="Authorization: Bearer env:SHOP_TOKEN"
        value={value.header}
        onChange={(event) => onChange({ ...value, header: event.target.value })}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="hint">
        {words.hint(<span className="mono">env:NAME</span>)}
      </p>
    </>
  );
}
