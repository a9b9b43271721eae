/** What can be changed while a recording runs, behind one button. */
import { Menu, MenuItem } from 'react-aria-components';
import { type DialogName, showDialog } from '../state/view.ts';
import { MenuButton } from '../ui/menu-button.tsx';

const items: { dialog: DialogName; title: string }[] = [
  { dialog: 'own-browser', title: 'Start a browser of your own' },
  { dialog: 'phones', title: 'Record a phone' },
  { dialog: 'trusted-hosts', title: 'Trusted hosts' },
  { dialog: 'polling', title: 'Poll an address' },
  { dialog: 'endpoint', title: 'Test endpoint' },
];

export function RecordingMenu() {
  return (
    <MenuButton label="More for this recording" icon="controls">
      <Menu
        aria-label="More for this recording"
        className="aria-menu"
        onAction={(id) => showDialog(items.find(({ dialog }) => dialog === id)?.dialog ?? null)}
      >
        {items.map(({ dialog, title }) => (
          <MenuItem key={dialog} id={dialog} className="aria-menu-item">
            {title}
          </MenuItem>
        ))}
      </Menu>
    </MenuButton>
  );
}
