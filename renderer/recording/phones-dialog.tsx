/** Lets phones of the same network be recorded: what that opens, the code to scan, and the way to end it. */
import type { LanStatus } from '../../shared/model/session.ts';
import { closeLan, openLan } from '../state/network.ts';
import { useSession } from '../state/session.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { texts } from '../texts/texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalLine } from '../ui/refusal-line.tsx';
import { useTimeLeft } from './time-left.ts';
import './recording.css';

const words = texts.recording.phones;

export function PhonesDialog({ onClose }: { onClose: () => void }) {
  const lan = useSession((state) => state.status?.lan ?? null);
  return (
    <Dialog title={words.title} onClose={onClose}>
      {lan === null ? <Closed /> : <Open lan={lan} />}
    </Dialog>
  );
}

function Closed() {
  const { isBusy, refusal, run } = useAttempt();
  return (
    <>
      <p>{words.text}</p>
      <RefusalLine text={refusal} />
      <div className="dialog-actions">
        <button type="button" className="button primary" onClick={() => void run(openLan)} disabled={isBusy}>
          {words.open}
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
        <img src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt={words.code} />
        <div>
          <p>{words.steps}</p>
          <dl>
            <dt>{words.page}</dt>
            <dd>
              <span className="mono">{page}</span> <CopyButton text={page} what={words.pageCopied} />
            </dd>
            <dt>{words.proxy}</dt>
            <dd>
              <span className="mono">{proxy}</span> <CopyButton text={proxy} what={words.proxyCopied} />
            </dd>
          </dl>
          <p role="status">{words.state(devices, left)}</p>
        </div>
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => void closeLan()}>
          {words.close}
        </button>
      </div>
    </>
  );
}
