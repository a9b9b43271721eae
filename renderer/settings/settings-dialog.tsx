/** The few settings of the window, each with its effect, and what Twinlane leaves on this machine. */
import { prefer, usePreferences } from '../state/preferences.ts';
import { setTheme, useTheme } from '../state/theme.ts';
import { setZone } from '../state/zone.ts';
import { texts } from '../texts/texts.ts';
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
    <Dialog title={texts.settings.title} onClose={onClose}>
      <SettingChoice {...texts.settings.appearance} value={theme} onChange={setTheme} />
      <SettingChoice {...texts.settings.rows} value={density} onChange={(chosen) => prefer({ density: chosen })} />
      <SettingChoice {...texts.settings.times} value={zone} onChange={setZone} />
      <TrustedSetting />
      <CleanUp />
    </Dialog>
  );
}
