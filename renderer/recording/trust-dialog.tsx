/** Hosts whose certificates are taken as they come, what that means, and naming one more. */
import { type FormEvent, useState } from 'react';
import { trustHost } from '../state/network.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalLine } from '../ui/refusal-line.tsx';
import { TrustedHostList } from './trusted-host-list.tsx';
import './recording.css';

export function TrustDialog({ onClose }: { onClose: () => void }) {
  const attempt = useAttempt();
  const { isBusy, refusal, run } = attempt;
  const [host, setHost] = useState('');
  const trust = async (event: FormEvent) => {
    event.preventDefault();
    if (host.trim() !== '' && (await run(() => trustHost(host.trim())))) setHost('');
  };
  return (
    <Dialog title="Trusted hosts" onClose={onClose}>
      <p>
        For development and staging sites with a certificate of their own. Whatever certificate a trusted host shows is
        taken: nobody checks then that it is the host it says. It holds for this recording only, and the report says so.
      </p>
      <TrustedHostList attempt={attempt} />
      <form className="one-line-form" onSubmit={trust}>
        <label htmlFor="trust-host">Host</label>
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
            Trust
          </button>
        </div>
      </form>
      <RefusalLine text={refusal} />
      <p className="hint">This machine itself (localhost) is always trusted. Load the page again afterwards.</p>
    </Dialog>
  );
}
