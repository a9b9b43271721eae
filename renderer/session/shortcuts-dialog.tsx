/** Every key that does something, taken from the actions themselves. */
import type { Action } from '../actions/action.ts';
import { actions } from '../actions/actions.ts';
import { keyWords } from '../actions/key-words.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';

const words = texts.session.shortcuts;
const groups: readonly Action['group'][] = ['pair', 'view', 'lanes', 'session', 'help'];

/** Keys that belong to one part of the window. */
const local: { title: string; keys: string[] }[] = [
  { title: words.page, keys: [words.pageUp, words.pageDown] },
  { title: words.sideways, keys: ['←', '→'] },
  { title: words.columnWidth, keys: ['Alt ←', 'Alt →'] },
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const withKeys = actions.filter(({ keys }) => keys !== undefined);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <dl className="shortcuts">
        {groups.map((group) =>
          withKeys
            .filter((action) => action.group === group)
            .map(({ id, title, keys = [] }) => <Shortcut key={id} title={title} keys={keys.map(keyWords)} />),
        )}
        {local.map(({ title, keys }) => (
          <Shortcut key={title} title={title} keys={keys} />
        ))}
      </dl>
    </Dialog>
  );
}

function Shortcut({ title, keys }: { title: string; keys: readonly string[] }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key} className="key">
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
