/** Polls an address while the recording runs, or corrects one that is polled already. */
import { type FormEvent, useState } from 'react';
import { startPolling } from '../state/network.ts';
import { useSession } from '../state/session.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalLine } from '../ui/refusal-line.tsx';
import { noPoll, PollFields, pollOf } from './poll-fields.tsx';

const words = texts.recording.poll;

/** A polled address is a log whose name is an address. */
const isPolled = (name: string) => /^https?:\/\//.test(name);

export function PollDialog({ onClose }: { onClose: () => void }) {
  const inputs = useSession((state) => state.status?.inputs);
  const polled = [...new Set(inputs?.flatMap(({ kind, name }) => (kind === 'log' && isPolled(name) ? [name] : [])))];
  const [instead, setInstead] = useState('');
  const [text, setText] = useState(noPoll);
  const { isBusy, refusal, run } = useAttempt();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const poll = pollOf(text);
    if (poll === null) return;
    if (await run(() => startPolling({ ...poll, instead: instead === '' ? null : instead }))) onClose();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <PollFields value={text} onChange={setText} />
        {polled.length > 0 && (
          <>
            <label className="field-label" htmlFor="poll-instead">
              {words.instead}
            </label>
            <select
              id="poll-instead"
              className="field"
              value={instead}
              onChange={(event) => setInstead(event.target.value)}
            >
              <option value="">{words.insteadOfNone}</option>
              {polled.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </>
        )}
        <RefusalLine text={refusal} />
        <div className="dialog-actions">
          <button type="submit" className="button primary" disabled={isBusy || text.url.trim() === ''}>
            {words.start}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
