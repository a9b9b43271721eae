/** Where the events came from, and every part of it that could not be read, with place and reason. */
import type { SessionStatus } from '../../shared/model/session.ts';
import { plural } from '../../shared/view/plural.ts';
import { useSession } from '../state/session.ts';
import { showDialog } from '../state/view.ts';
import { Dialog } from '../ui/dialog.tsx';

const kindWords: Record<SessionStatus['inputs'][number]['kind'], string> = {
  har: 'HAR recording',
  'browser-ndjson': 'Browser calls',
  log: 'Server log',
  orders: 'Orders of the shop',
  endpoint: 'Test endpoint',
  proxy: 'Proxy',
  browser: 'Browser',
  session: 'Session file',
};

export function SourcesDialog({ onClose }: { onClose: () => void }) {
  const inputs = useSession((state) => state.status?.inputs);
  return (
    <Dialog title="Sources" onClose={onClose}>
      <ul className="sources">
        {inputs?.map((input) => (
          <li key={input.id}>
            <strong>{input.name}</strong>
            <span>
              {kindWords[input.kind]}, {plural(input.records, 'record')}
              {input.skipped > 0 && `, ${input.skipped} unreadable`}
            </span>
            {input.kind === 'orders' && (
              <button type="button" className="link-button" onClick={() => showDialog('orders')}>
                Read it otherwise…
              </button>
            )}
            {input.readings?.map((reading) => (
              <p key={reading}>{reading}</p>
            ))}
            {input.problems.length > 0 && (
              <ul>
                {input.problems.map((problem) => (
                  <li key={`${problem.at} ${problem.reason}`}>
                    <span className="mono">{problem.at}</span> {problem.reason}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
