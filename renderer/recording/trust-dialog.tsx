/** Hosts whose certificates are taken as they come, what that means, and naming one more. */
import { type FormEvent, useState } from 'react';
import { trustHost } from '../state/network.ts';
import { useSession } from '../state/session.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { RefusalLine } from '../ui/refusal-line.tsx';
import './recording.css';

const none: readonly string[] = [];

export function TrustDialog({ onClose }: { onClose: () => void }) {
  const hosts = useSession((state) => state.status?.trustedHosts ?? none);
  const { isBusy, refusal, run } = useAttempt();
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
      {hosts.length > 0 && (
        <ul className="trusted-hosts" aria-label="Trusted in this recording">
          {hosts.map((trusted) => (
            <li key={trusted}>
              <Icon name="check" size={14} /> <span className="mono">{trusted}</span>
            </li>
          ))}
        </ul>
      )}
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
