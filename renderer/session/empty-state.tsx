/** No pair to show yet: what is going on, and what to do next. */
import type { SessionStatus } from '../../shared/model/session.ts';
import { hasLiveTraffic } from '../../shared/view/delivery-words.ts';
import { emptyWords } from '../../shared/view/state-words.ts';
import { OwnBrowserLines } from '../recording/own-browser-lines.tsx';
import { useFeedback } from '../state/feedback.ts';
import { useSession } from '../state/session.ts';
import { closeSession } from '../state/session-actions.ts';
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import './empty-state.css';

const words = texts.session.empty;

export function EmptyState() {
  const status = useSession((state) => state.status);
  const busy = useFeedback((state) => state.busy);
  if (status === null) return null;
  const isReading = busy !== null && !hasLiveTraffic(status);
  const { title, text, next } = isReading
    ? { title: texts.start.underWay(busy), text: '', next: '' }
    : emptyWords(status);
  const isLive = status.capture.state === 'recording' || status.capture.state === 'starting';
  return (
    <section className={`empty-state ${status.capture.state}`}>
      <EmptySign state={status.capture.state} />
      <h1>{title}</h1>
      {text.trim() !== '' && <p className="empty-text">{text}</p>}
      {next !== '' && <p className="empty-next">{next}</p>}
      {status.capture.state === 'recording' && (
        <>
          {status.capture.browser === null && <OwnBrowser />}
          <button type="button" className="button" onClick={() => showDialog('connect')}>
            <Icon name="plug" size={14} /> {words.connect}
          </button>
          <Addresses status={status} />
        </>
      )}
      {!isLive && !isReading && (
        <button type="button" className="button primary" onClick={() => void closeSession()}>
          {words.back}
        </button>
      )}
    </section>
  );
}

function EmptySign({ state }: { state: SessionStatus['capture']['state'] }) {
  if (state === 'failed') return <Icon name="error" size={28} />;
  return (
    <svg className="empty-lanes" viewBox="0 0 160 56" aria-hidden="true">
      <path d="M0 14h160M0 42h160" />
      {(state === 'recording' || state === 'starting') && <path className="sweep" d="M0 4v48" />}
    </svg>
  );
}

/** Nothing was opened: how a browser or a phone comes in. */
function OwnBrowser() {
  return (
    <section className="empty-browsers" aria-label={words.browsers}>
      <OwnBrowserLines />
      <button type="button" className="link-button" onClick={() => showDialog('phones')}>
        {words.phone}
      </button>
    </section>
  );
}

/** What other tools need to send their events here. */
function Addresses({ status }: { status: SessionStatus }) {
  const rows = [
    { name: words.addresses.endpoint, address: status.endpoint },
    { name: words.addresses.proxy, address: status.proxy },
    { name: words.addresses.certificate, address: status.certificate },
    { name: words.addresses.demoShop, address: status.demoShop },
  ].filter((row) => row.address !== null);
  return (
    <dl className="addresses">
      {rows.map(({ name, address }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="mono">{address}</span>
            <CopyButton text={address ?? ''} what={name.toLowerCase()} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
