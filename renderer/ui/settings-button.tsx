/** Opens the settings. */
import { showDialog } from '../state/view.ts';
import { ToolButton } from './tool-button.tsx';

export function SettingsButton() {
  return <ToolButton icon="settings" label="Settings" title="Settings (,)" onClick={() => showDialog('settings')} />;
}
