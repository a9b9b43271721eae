/** Development hosts that were trusted: with the settings, because people look there for what they allowed. */
import { TrustedHostList, useTrustedHosts } from '../recording/trusted-host-list.tsx';
import { useAttempt } from '../state/use-attempt.ts';
import { RefusalLine } from '../ui/refusal-line.tsx';

export function TrustedSetting() {
  const hosts = useTrustedHosts();
  const attempt = useAttempt();
  return (
    <section className="setting stacked" aria-label="Trusted hosts">
      <p>
        <strong>Trusted hosts</strong>
        <span>
          {hosts.length === 0
            ? 'None: every certificate is checked. A host is trusted for one recording only.'
            : 'Their certificates are not checked in this recording. Taken back, new connections are checked again.'}
        </span>
      </p>
      <TrustedHostList attempt={attempt} />
      <RefusalLine text={attempt.refusal} />
    </section>
  );
}
