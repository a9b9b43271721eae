/** The hosts whose certificates are not checked now; each can be taken back. */
import { distrustHost } from '../state/network.ts';
import { useSession } from '../state/session.ts';
import type { Attempt } from '../state/use-attempt.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import './recording.css';

const words = texts.recording.trust;
const none: readonly string[] = [];

export function useTrustedHosts(): readonly string[] {
  return useSession((state) => state.status?.trustedHosts ?? none);
}

export function TrustedHostList({ attempt: { isBusy, run } }: { attempt: Attempt }) {
  const hosts = useTrustedHosts();
  const isRecording = useSession((state) => state.status?.capture.state === 'recording');
  if (hosts.length === 0) return null;
  return (
    <ul className="trusted-hosts" aria-label={words.list}>
      {hosts.map((host) => (
        <li key={host}>
          <Icon name="check" size={14} /> <span className="mono">{host}</span>
          {isRecording && (
            <button
              type="button"
              className="button small"
              aria-label={words.takeBack.label(host)}
              disabled={isBusy}
              onClick={() => void run(() => distrustHost(host))}
            >
              {words.takeBack.text}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
