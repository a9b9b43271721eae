/** Beside the ways in: how a server's events are brought in, to read before anything is recorded. */
import { showDialog } from '../state/view.ts';
import { Icon } from '../ui/icon.tsx';

export function ConnectRow() {
  return (
    <section className="card connect-row" aria-label="Connect a server">
      <button type="button" className="row-button" onClick={() => showDialog('connect')}>
        <Icon name="plug" />
        <span>
          <strong>Connect a server</strong>
          <span>The lines to paste, for your SDK, shop or container.</span>
        </span>
        <Icon name="chevron" size={14} />
      </button>
    </section>
  );
}
