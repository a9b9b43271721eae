/** Opens the settings. */
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { ToolButton } from './tool-button.tsx';

export function SettingsButton() {
  return <ToolButton icon="settings" {...texts.ui.settings} onClick={() => showDialog('settings')} />;
}
