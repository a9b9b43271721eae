/** Opens the settings. */
import { showDialog } from '../state/view.ts';
import { Icon } from './icon.tsx';

export function SettingsButton() {
  return (
    <button
      type="button"
      className="button quiet square"
      onClick={() => showDialog('settings')}
      aria-label="Settings"
      title="Settings (,)"
    >
      <Icon name="settings" />
    </button>
  );
}
