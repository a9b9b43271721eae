/** Removes what Twinlane put on this machine; the person's sessions only where that is ticked. */
import { useState } from 'react';
import type { CallOutput } from '../../shared/api/contract.ts';
import { cleanUp } from '../state/clean-up.ts';
import { useDescription } from '../state/describe.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { texts } from '../texts/texts.ts';
import { RefusalLine } from '../ui/refusal-line.tsx';

type Outcome = CallOutput<'app.clean-up'>;

const words = texts.settings.cleanUp;

export function CleanUp() {
  const folder = useDescription((state) => state.about?.sessionsFolder);
  const [sessions, setSessions] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { isBusy, refusal, run } = useAttempt();
  const remove = () => run(async () => setOutcome(await cleanUp(sessions)));
  return (
    <section className="clean-up" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p>{words.text}</p>
      <label className="clean-up-sessions">
        <input type="checkbox" checked={sessions} onChange={(event) => setSessions(event.target.checked)} />
        <span>
          {words.sessions}
          {folder !== undefined && <span className="mono"> {folder}</span>}
        </span>
      </label>
      <RefusalLine text={refusal} />
      <div role="status">{outcome !== null && <CleanUpOutcome outcome={outcome} />}</div>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => void remove()} disabled={isBusy}>
          {sessions ? words.removeAll : words.remove}
        </button>
      </div>
    </section>
  );
}

function CleanUpOutcome({ outcome: { removed, kept } }: { outcome: Outcome }) {
  return (
    <>
      <p className="clean-up-outcome">{removed.length === 0 ? words.nothing : words.removed}</p>
      <ul>
        {removed.map((path) => (
          <li key={path} className="mono">
            {path}
          </li>
        ))}
      </ul>
      {kept.map(({ path, why }) => (
        <p key={path}>{words.kept(<span className="mono">{path}</span>, why)}</p>
      ))}
    </>
  );
}
