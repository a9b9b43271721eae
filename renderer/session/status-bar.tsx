/** The quiet line at the bottom: where things are, and how much has been seen. */
import { zoneName } from '../../shared/view/format-clock.ts';
import { plural } from '../../shared/view/plural.ts';
import { useSession } from '../state/session.ts';
import { showDialog } from '../state/view.ts';
import { switchZone } from '../state/zone.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import './status-bar.css';

export function StatusBar() {
  const status = useSession((state) => state.status);
  const summary = useSession((state) => state.rows.summary);
  if (status === null) return null;
  const skipped = status.inputs.reduce((sum, input) => sum + input.skipped, 0);
  return (
    <footer className="status-bar">
      <span className="status-file" title={status.file ?? undefined}>
        {status.file?.split(/[\\/]/).at(-1) ?? 'Not stored'}
      </span>
      <Address name="Proxy" address={status.proxy} />
      <Address name="Endpoint" address={status.endpoint} />
      <span className="spacer" />
      {skipped > 0 && (
        <button type="button" className="link-button warn" onClick={() => showDialog('sources')}>
          {plural(skipped, 'record')} could not be read
        </button>
      )}
      {status.inputs.length > 0 && (
        <button type="button" className="link-button" onClick={() => showDialog('sources')}>
          {plural(status.inputs.length, 'source')}
        </button>
      )}
      <span>{plural(summary.browserEvents, 'browser event')}</span>
      <span>{plural(summary.serverEvents, 'server event')}</span>
      <button type="button" className="link-button" title="Times in UTC or as on this machine" onClick={switchZone}>
        {zoneName()}
      </button>
      {status.otherRequests > 0 && <span>{plural(status.otherRequests, 'other request')}</span>}
    </footer>
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
