/** Hosts whose certificates are taken as they come, what that means, and naming one more. */
import { type FormEvent, useState } from 'react';
import { trustHost } from '../state/network.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalLine } from '../ui/refusal-line.tsx';
import { TrustedHostList } from './trusted-host-list.tsx';
import './recording.css';

const words = texts.recording.trust;

export function TrustDialog({ onClose }: { onClose: () => void }) {
  const attempt = useAttempt();
  const { isBusy, refusal, run } = attempt;
  const [host, setHost] = useState('');
  const trust = async (event: FormEvent) => {
    event.preventDefault();
    if (host.trim() !== '' && (await run(() => trustHost(host.trim())))) setHost('');
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.text}</p>
      <TrustedHostList attempt={attempt} />
      <form className="one-line-form" onSubmit={trust}>
        <label htmlFor="trust-host">{words.host}</label>
        <div>
          <input
            id="trust-host"
            className="field mono"
            spellCheck={false}
            placeholder="shop.test"
            value={host}
            onChange={(event) => setHost(event.target.value)}
          />
          <button type="submit" className="button primary" disabled={isBusy}>
            {words.add}
          </button>
        </div>
      </form>
      <RefusalLine text={refusal} />
      <p className="hint">{words.hint}</p>
    </Dialog>
  );
}
