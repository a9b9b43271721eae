/** Beside a refused certificate: the host can be trusted at once, while the recording runs. */
import { useFeedback } from '../state/feedback.ts';
import { trustHostNow } from '../state/network.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';

export function TrustOffer({ host }: { host: string }) {
  const isTrusted = useSession(({ status }) => status?.trustedHosts.includes(host) ?? false);
  const isRecording = useSession(({ status }) => status?.capture.state === 'recording');
  const isBusy = useFeedback((state) => state.busy !== null);
  if (isTrusted) return <strong className="notice-end">{texts.recording.trust.isTrusted}</strong>;
  if (!isRecording) return null;
  return (
    <button type="button" className="button small notice-end" onClick={() => void trustHostNow(host)} disabled={isBusy}>
      {texts.recording.trust.offer(host)}
    </button>
  );
}
