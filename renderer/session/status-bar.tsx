/** The quiet line at the bottom: where things are, and how much has been seen. */
import type { EndpointMode, SessionStatus } from '../../shared/model/session.ts';
import { deliveryCount, hasLiveTraffic } from '../../shared/view/delivery-words.ts';
import { formatBytes } from '../../shared/view/format-bytes.ts';
import { zoneName } from '../../shared/view/format-clock.ts';
import { formatCount, plural } from '../../shared/view/plural.ts';
import { captureWords } from '../../shared/view/state-words.ts';
import { useSession } from '../state/session.ts';
import { showDialog } from '../state/view.ts';
import { switchZone } from '../state/zone.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import './status-bar.css';

export function StatusBar() {
  const status = useSession((state) => state.status);
  if (status === null) return null;
  return (
    <footer className="status-bar">
      <span>{captureWords[status.capture.state]}</span>
      <span className="status-file" title={status.file ?? undefined}>
        {status.file?.split(/[\\/]/).at(-1) ?? 'Not stored'}
      </span>
      {status.fileBytes !== null && <span title="The session on disk">{formatBytes(status.fileBytes)}</span>}
      <Address name="Proxy" address={status.proxy} />
      <Address name="Endpoint" address={status.endpoint} />
      {status.endpoint !== null && <EndpointWord mode={status.endpointMode} />}
      {hasLiveTraffic(status) && <span>{deliveryCount(status)}</span>}
      <TrustedHosts hosts={status.trustedHosts} />
      <span className="spacer" />
      <Counts status={status} />
      <button type="button" className="link-button" title="Times in UTC or as on this machine" onClick={switchZone}>
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
      title="How the test endpoint answers"
      onClick={() => showDialog('endpoint')}
    >
      {validation}
      {forward && ', on to Meta'}
    </button>
  );
}

function TrustedHosts({ hosts }: { hosts: readonly string[] }) {
  if (hosts.length === 0) return null;
  return (
    <button
      type="button"
      className="link-button warn"
      title={`Certificates not checked: ${hosts.join(', ')}`}
      onClick={() => showDialog('trusted-hosts')}
    >
      {plural(hosts.length, 'trusted host')}
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
          {plural(skipped, 'record')} could not be read
        </button>
      )}
      {status.inputs.length > 0 && (
        <button type="button" className="link-button" onClick={openSources}>
          {plural(status.inputs.length, 'source')}
        </button>
      )}
      <span>{plural(pairs, 'pair')}</span>
      <span>
        {formatCount(browserEvents)} browser, {plural(serverEvents, 'server event')}
      </span>
      {status.otherRequests > 0 && pairs === 0 && <span>{plural(status.otherRequests, 'other request')}</span>}
    </>
  );
}

function Address({ name, address }: { name: string; address: string | null }) {
  if (address === null) return null;
  return (
    <span className="status-address">
      {name} <span className="mono">{address.replace(/^https?:\/\//, '')}</span>
      <CopyButton text={address} what={`${name.toLowerCase()} address`} />
    </span>
  );
}
