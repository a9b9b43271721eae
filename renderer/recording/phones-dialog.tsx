/** Lets phones of the same network be recorded: what that opens, the code to scan, and the way to end it. */
import type { LanStatus } from '../../shared/model/session.ts';
import { plural } from '../../shared/view/plural.ts';
import { closeLan, openLan } from '../state/network.ts';
import { useSession } from '../state/session.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalLine } from '../ui/refusal-line.tsx';
import { useTimeLeft } from './time-left.ts';
import './recording.css';

export function PhonesDialog({ onClose }: { onClose: () => void }) {
  const lan = useSession((state) => state.status?.lan ?? null);
  return (
    <Dialog title="Record a phone" onClose={onClose}>
      {lan === null ? <Closed /> : <Open lan={lan} />}
    </Dialog>
  );
}

function Closed() {
  const { isBusy, refusal, run } = useAttempt();
  return (
    <>
      <p>
        The proxy is opened to devices of this network for half an hour. Only a device that opened the page behind a
        code shown here may use it; the page says what to set on the phone, and how to take it back.
      </p>
      <RefusalLine text={refusal} />
      <div className="dialog-actions">
        <button type="button" className="button primary" onClick={() => void run(openLan)} disabled={isBusy}>
          Open for half an hour
        </button>
      </div>
    </>
  );
}

function Open({ lan: { qr, page, proxy, until, devices } }: { lan: LanStatus }) {
  const left = useTimeLeft(until);
  return (
    <>
      <div className="phones">
        <img src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt="QR code of the page for the phone" />
        <div>
          <p>Scan this code with the phone’s camera, in the same Wi-Fi. The page says the rest.</p>
          <dl>
            <dt>Page</dt>
            <dd>
              <span className="mono">{page}</span> <CopyButton text={page} what="address of the page" />
            </dd>
            <dt>Proxy</dt>
            <dd>
              <span className="mono">{proxy}</span> <CopyButton text={proxy} what="proxy for the phone" />
            </dd>
          </dl>
          <p role="status">
            {devices === 0 ? 'No device has opened the page yet' : `${plural(devices, 'device')} may use the proxy`},{' '}
            {left}.
          </p>
        </div>
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => void closeLan()}>
          Close to phones
        </button>
      </div>
    </>
  );
}
