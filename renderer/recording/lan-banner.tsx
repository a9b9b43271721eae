/** Stands over the session for as long as devices of the network may use the proxy: nobody should forget it. */
import type { LanStatus } from '../../shared/model/session.ts';
import { useFeedback } from '../state/feedback.ts';
import { closeLan } from '../state/network.ts';
import { useSession } from '../state/session.ts';
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { useTimeLeft } from './time-left.ts';
import './recording.css';

const words = texts.recording.lanBanner;

export function LanBanner() {
  const lan = useSession((state) => state.status?.lan ?? null);
  return lan === null ? null : <OpenBanner lan={lan} />;
}

function OpenBanner({ lan: { until, devices } }: { lan: LanStatus }) {
  const left = useTimeLeft(until);
  const isBusy = useFeedback((state) => state.busy !== null);
  return (
    <section className="notice banner tone-part" aria-label={words.label}>
      <Icon name="phone" />
      <span>
        <strong>{words.title}</strong> {words.text(devices, left)}
      </span>
      <button type="button" className="button small" onClick={() => showDialog('phones')}>
        {words.show}
      </button>
      <button type="button" className="button small" onClick={() => void closeLan()} disabled={isBusy}>
        {words.close}
      </button>
    </section>
  );
}
