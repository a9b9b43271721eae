/** Every key that does something, taken from the actions themselves. */
import type { Action } from '../actions/action.ts';
import { actions } from '../actions/actions.ts';
import { keyWords } from '../actions/key-words.ts';
import { Dialog } from '../ui/dialog.tsx';

const groups: readonly Action['group'][] = ['Pair', 'View', 'Lanes', 'Session', 'Help'];

/** Keys that belong to one part of the window. */
const local: { title: string; keys: string[] }[] = [
  { title: 'A page up or down', keys: ['Page Up', 'Page Down'] },
  { title: 'Along the lanes, between tabs', keys: ['←', '→'] },
  { title: 'Narrower or wider, on the head of a column', keys: ['Alt ←', 'Alt →'] },
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const withKeys = actions.filter(({ keys }) => keys !== undefined);
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
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
