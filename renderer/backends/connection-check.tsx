/** Tries every way in with a marked event and shows a row for each: works, waiting, or failed and what to do. */
import { useEffect } from 'react';
import type { Input } from '../../shared/model/fact.ts';
import type { WayCheck } from '../../shared/model/way-check.ts';
import { formatClock } from '../../shared/view/format-clock.ts';
import { checkConnection, useConnect } from '../state/connect.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { TextValue } from '../ui/text-value.tsx';

const words = texts.backends.check;
const wayWords: Partial<Record<Input['kind'], string>> = words.ways;
const looks: Record<WayCheck['state'], { tone: string; icon: IconName }> = {
  ok: { tone: 'good', icon: 'check' },
  waiting: { tone: 'part', icon: 'info' },
  failed: { tone: 'bad', icon: 'error' },
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
    return <p className="connect-lead">{words.notRecording}</p>;
  }
  return (
    <section className="connection-check" aria-label={words.label}>
      <div className="connect-lead">
        <p role="status">{isChecking && ways === null ? words.isRunning : leadOf(ways)}</p>
        <button
          type="button"
          className="button small"
          onClick={() => void checkConnection()}
          aria-disabled={isChecking || undefined}
        >
          {words.run}
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
  if (ways === null) return words.notRun;
  const failed = ways.filter(({ state }) => state === 'failed').length;
  if (failed > 0) return words.failed(failed);
  const hasEvent = ways.some(({ lastEventAt }) => lastEventAt !== null);
  return hasEvent ? words.hasEvents : words.works;
}

function WayRow({ way: { way, name, state, detail, advice, lastEventAt } }: { way: WayCheck }) {
  const { tone, icon } = looks[state];
  return (
    <li className="way-row">
      <span className={`severity tone-${tone}`}>
        <Icon name={icon} size={14} /> {words.states[state]}
      </span>
      <div>
        <p>
          <strong>{wayWords[way] ?? words.otherWay}</strong> <TextValue text={name} />
        </p>
        {state !== 'ok' && (
          <p className="way-detail">
            {detail} {advice}
          </p>
        )}
      </div>
      <span className="way-last">
        {lastEventAt === null ? words.noEvent : words.lastEvent(formatClock(lastEventAt))}
      </span>
    </li>
  );
}
