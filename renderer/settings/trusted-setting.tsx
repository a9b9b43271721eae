/** Development hosts that were trusted: with the settings, because people look there for what they allowed. */
import { TrustedHostList, useTrustedHosts } from '../recording/trusted-host-list.tsx';
import { useAttempt } from '../state/use-attempt.ts';
import { texts } from '../texts/texts.ts';
import { RefusalLine } from '../ui/refusal-line.tsx';

const words = texts.settings.trusted;

export function TrustedSetting() {
  const hosts = useTrustedHosts();
  const attempt = useAttempt();
  return (
    <section className="setting stacked" aria-label={words.name}>
      <p>
        <strong>{words.name}</strong>
        <span>{hosts.length === 0 ? words.none : words.some}</span>
      </p>
      <TrustedHostList attempt={attempt} />
      <RefusalLine text={attempt.refusal} />
    </section>
  );
}
