/** The few settings of the window, each with its effect, and what Twinlane leaves on this machine. */
import { prefer, usePreferences } from '../state/preferences.ts';
import { setTheme, useTheme } from '../state/theme.ts';
import { setZone } from '../state/zone.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CleanUp } from './clean-up.tsx';
import { SettingChoice } from './setting-choice.tsx';
import { TrustedSetting } from './trusted-setting.tsx';
import './settings.css';

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const theme = useTheme((state) => state.theme);
  const density = usePreferences((state) => state.density);
  const zone = usePreferences((state) => state.zone);
  return (
    <Dialog title="Settings" onClose={onClose}>
      <SettingChoice
        name="Appearance"
        effect="Colours of the window."
        choices={{ system: 'As the system', light: 'Light', dark: 'Dark' }}
        value={theme}
        onChange={setTheme}
      />
      <SettingChoice
        name="Rows"
        effect="Compact rows show a fifth more pairs at once."
        choices={{ regular: 'Regular', compact: 'Compact' }}
        value={density}
        onChange={(chosen) => prefer({ density: chosen })}
      />
      <SettingChoice
        name="Times"
        effect="Whose clock is shown. What is stored and exported is UTC."
        choices={{ local: 'This machine', utc: 'UTC' }}
        value={zone}
        onChange={setZone}
      />
      <TrustedSetting />
      <CleanUp />
    </Dialog>
  );
}
