/** Tries every way in with a marked event and shows a row for each: works, waiting, or failed and what to do. */
import { useEffect } from 'react';
import type { Input } from '../../shared/model/fact.ts';
import type { WayCheck } from '../../shared/model/way-check.ts';
import { formatClock } from '../../shared/view/format-clock.ts';
import { checkConnection, useConnect } from '../state/connect.ts';
import { useSession } from '../state/session.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { TextValue } from '../ui/text-value.tsx';

const stateWords: Record<WayCheck['state'], { word: string; tone: string; icon: IconName }> = {
  ok: { word: 'Works', tone: 'good', icon: 'check' },
  waiting: { word: 'Waiting', tone: 'part', icon: 'info' },
  failed: { word: 'Failed', tone: 'bad', icon: 'error' },
};

const wayWords: Partial<Record<Input['kind'], string>> = {
  endpoint: 'Test endpoint',
  proxy: 'Proxy',
  log: 'Server log',
};

/** After events came in, rows may have changed; this long nothing more came. */
const settledMs = 400;

export function ConnectionCheck() {
  const isRecording = useSession((state) => state.status?.capture.state === 'recording');
  const eventCount = useSession((state) => state.rows.events.size);
  const { isChecking, ways, refusal } = useConnect();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each event that comes in asks for a new look.
  useEffect(() => {
    if (!isRecording) return;
    const timer = setTimeout(() => void checkConnection(), settledMs);
    return () => clearTimeout(timer);
  }, [isRecording, eventCount]);
  if (!isRecording) {
    return (
      <p className="connect-lead">
        Start a recording, without a browser if you like: then each way in is tried here, and the lines hold its
        addresses.
      </p>
    );
  }
  return (
    <section className="connection-check" aria-label="Connection check">
      <div className="connect-lead">
        <p role="status">{isChecking && ways === null ? 'Sending a marked event through each way…' : leadOf(ways)}</p>
        <button
          type="button"
          className="button small"
          onClick={() => void checkConnection()}
          aria-disabled={isChecking || undefined}
        >
          Check the connection
        </button>
      </div>
      {refusal !== null && <p className="connect-refusal">{refusal}</p>}
      {ways !== null && ways.length > 0 && (
        <ul>
          {ways.map((way) => (
            <WayRow key={`${way.way} ${way.name}`} way={way} />
          ))}
        </ul>
      )}
    </section>
  );
}

function leadOf(ways: WayCheck[] | null): string {
  if (ways === null) return 'A marked event through each way; it is not stored and does not reach Meta.';
  const failed = ways.filter(({ state }) => state === 'failed').length;
  if (failed > 0) return failed === 1 ? 'One way in does not work.' : `${failed} ways in do not work.`;
  const hasEvent = ways.some(({ lastEventAt }) => lastEventAt !== null);
  return hasEvent
    ? 'Events of your server are coming in.'
    : 'A marked event went through proxy and endpoint; none reached Meta. Now let your server send one.';
}

function WayRow({ way: { way, name, state, detail, advice, lastEventAt } }: { way: WayCheck }) {
  const { word, tone, icon } = stateWords[state];
  return (
    <li className="way-row">
      <span className={`severity tone-${tone}`}>
        <Icon name={icon} size={14} /> {word}
      </span>
      <div>
        <p>
          <strong>{wayWords[way] ?? 'Source'}</strong> <TextValue text={name} />
        </p>
        {state !== 'ok' && (
          <p className="way-detail">
            {detail} {advice}
          </p>
        )}
      </div>
      <span className="way-last">
        {lastEventAt === null ? 'no event yet' : `last event ${formatClock(lastEventAt)}`}
      </span>
    </li>
  );
}
