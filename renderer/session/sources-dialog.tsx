/** Where the events came from, and every part of it that could not be read, with place and reason. */
import type { Input } from '../../shared/model/fact.ts';
import { isTableName } from '../../shared/orders/table-name.ts';
import { useSession } from '../state/session.ts';
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';

const words = texts.session.sources;

/** Orders whose columns are not known by their names are taken for a log. */
const isTable = ({ kind, name }: Input) => kind === 'log' && isTableName(name);

export function SourcesDialog({ onClose }: { onClose: () => void }) {
  const inputs = useSession((state) => state.status?.inputs);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <ul className="sources">
        {inputs?.map((input) => (
          <li key={input.id}>
            <strong>{input.name}</strong>
            <span>{words.line({ ...input, kind: words.kinds[input.kind] })}</span>
            {(input.kind === 'orders' || isTable(input)) && (
              <button type="button" className="link-button" onClick={() => showDialog('orders')}>
                {input.kind === 'orders' ? words.readAgain : words.readAsOrders}
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
