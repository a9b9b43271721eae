/** Stands over the session for as long as devices of the network may use the proxy: nobody should forget it. */
import type { LanStatus } from '../../shared/model/session.ts';
import { plural } from '../../shared/view/plural.ts';
import { useFeedback } from '../state/feedback.ts';
import { closeLan } from '../state/network.ts';
import { useSession } from '../state/session.ts';
import { showDialog } from '../state/view.ts';
import { Icon } from '../ui/icon.tsx';
import { useTimeLeft } from './time-left.ts';
import './recording.css';

export function LanBanner() {
  const lan = useSession((state) => state.status?.lan ?? null);
  return lan === null ? null : <OpenBanner lan={lan} />;
}

function OpenBanner({ lan: { until, devices } }: { lan: LanStatus }) {
  const left = useTimeLeft(until);
  const isBusy = useFeedback((state) => state.busy !== null);
  const who = devices === 0 ? 'no device so far' : plural(devices, 'device');
  return (
    <section className="notice banner tone-part" aria-label="Open to phones">
      <Icon name="phone" />
      <span>
        <strong>The proxy is open to phones of this network:</strong> {who}, {left}.
      </span>
      <button type="button" className="button small" onClick={() => showDialog('phones')}>
        Show the code
      </button>
      <button type="button" className="button small" onClick={() => void closeLan()} disabled={isBusy}>
        Close to phones
      </button>
    </section>
  );
}
