/** Every key that does something. */
import { Dialog } from '../ui/dialog.tsx';

const shortcuts: { keys: string[]; action: string }[] = [
  { keys: ['j', '↓'], action: 'Next pair' },
  { keys: ['k', '↑'], action: 'Previous pair' },
  { keys: ['Home', 'End'], action: 'First and newest pair' },
  { keys: ['Page Up', 'Page Down'], action: 'A page up or down' },
  { keys: ['Enter'], action: 'Open the pair' },
  { keys: ['Esc'], action: 'Close the detail, clear the search' },
  { keys: ['/'], action: 'Search' },
  { keys: ['p'], action: 'Show pairs' },
  { keys: ['f'], action: 'Show findings' },
  { keys: ['←', '→'], action: 'Along the lanes, between tabs' },
  { keys: ['?'], action: 'This list' },
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl className="shortcuts">
        {shortcuts.map(({ keys, action }) => (
          <div key={action}>
            <dt>{action}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key} className="key">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
