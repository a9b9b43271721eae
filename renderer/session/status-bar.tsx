/** The quiet line at the bottom: where things are, and how much has been seen. */
import type { EndpointMode, SessionStatus } from '../../shared/model/session.ts';
import { deliveryCount, hasLiveTraffic } from '../../shared/view/delivery-words.ts';
import { formatBytes } from '../../shared/view/format-bytes.ts';
import { zoneName } from '../../shared/view/format-clock.ts';
import { captureWords } from '../../shared/view/state-words.ts';
import { useSession } from '../state/session.ts';
import { showDialog } from '../state/view.ts';
import { switchZone } from '../state/zone.ts';
import { texts } from '../texts/texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import './status-bar.css';

const words = texts.session.status;

export function StatusBar() {
  const status = useSession((state) => state.status);
  if (status === null) return null;
  return (
    <footer className="status-bar">
      <span>{captureWords[status.capture.state]}</span>
      <span className="status-file" title={status.file ?? undefined}>
        {status.file?.split(/[\\/]/).at(-1) ?? words.notStored}
      </span>
      {status.fileBytes !== null && <span title={words.onDisk}>{formatBytes(status.fileBytes)}</span>}
      <Address {...words.proxy} address={status.proxy} />
      <Address {...words.endpoint} address={status.endpoint} />
      {status.endpoint !== null && <EndpointWord mode={status.endpointMode} />}
      {hasLiveTraffic(status) && <span>{deliveryCount(status)}</span>}
      <TrustedHosts hosts={status.trustedHosts} />
      <span className="spacer" />
      <Counts status={status} />
      <button type="button" className="link-button" title={words.zone} onClick={switchZone}>
        {zoneName()}
      </button>
    </footer>
  );
}

function EndpointWord({ mode: { validation, forward } }: { mode: EndpointMode }) {
  return (
    <button
      type="button"
      className={forward ? 'link-button warn' : 'link-button'}
      title={words.endpointTitle}
      onClick={() => showDialog('endpoint')}
    >
      {forward ? words.forwarding(words.endpointModes[validation]) : words.endpointModes[validation]}
    </button>
  );
}

function TrustedHosts({ hosts }: { hosts: readonly string[] }) {
  if (hosts.length === 0) return null;
  return (
    <button
      type="button"
      className="link-button warn"
      title={words.untrusted([...hosts])}
      onClick={() => showDialog('trusted-hosts')}
    >
      {words.trustedHosts(hosts.length)}
    </button>
  );
}

/** What was left out, where it came from, and how much there is. */
function Counts({ status }: { status: SessionStatus }) {
  const pairs = useSession((state) => state.rows.pairs.size);
  const { browserEvents, serverEvents } = useSession((state) => state.rows.summary);
  const skipped = status.inputs.reduce((sum, input) => sum + input.skipped, 0);
  const openSources = () => showDialog('sources');
  return (
    <>
      {skipped > 0 && (
        <button type="button" className="link-button warn" onClick={openSources}>
          {words.unreadable(skipped)}
        </button>
      )}
      {status.inputs.length > 0 && (
        <button type="button" className="link-button" onClick={openSources}>
          {words.sources(status.inputs.length)}
        </button>
      )}
      <span>{words.pairs(pairs)}</span>
      <span>{words.events(browserEvents, serverEvents)}</span>
      {status.otherRequests > 0 && pairs === 0 && <span>{words.otherRequests(status.otherRequests)}</span>}
    </>
  );
}

function Address({ name, copied, address }: { name: string; copied: string; address: string | null }) {
  if (address === null) return null;
  return (
    <span className="status-address">
      {name} <span className="mono">{address.replace(/^https?:\/\//, '')}</span>
      <CopyButton text={address} what={copied} />
    </span>
  );
}
