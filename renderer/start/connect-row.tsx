/** Beside the ways in: how a server's events are brought in, to read before anything is recorded. */
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';

export function ConnectRow() {
  return (
    <section className="card connect-row" aria-label={texts.start.connect.title}>
      <button type="button" className="row-button" onClick={() => showDialog('connect')}>
        <Icon name="plug" />
        <span>
          <strong>{texts.start.connect.title}</strong>
          <span>{texts.start.connect.text}</span>
        </span>
        <Icon name="chevron" size={14} />
      </button>
    </section>
  );
}
