/** What can be changed while a recording runs, behind one button. */
import { Menu, MenuItem } from 'react-aria-components';
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { MenuButton } from '../ui/menu-button.tsx';

const words = texts.recording.menu;
const dialogs = ['own-browser', 'phones', 'trusted-hosts', 'polling', 'endpoint'] as const;

export function RecordingMenu() {
  return (
    <MenuButton label={words.label} icon="controls">
      <Menu
        aria-label={words.label}
        className="aria-menu"
        onAction={(id) => showDialog(dialogs.find((dialog) => dialog === id) ?? null)}
      >
        {dialogs.map((dialog) => (
          <MenuItem key={dialog} id={dialog} className="aria-menu-item">
            {words.items[dialog]}
          </MenuItem>
        ))}
      </Menu>
    </MenuButton>
  );
}
