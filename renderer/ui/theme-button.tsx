/** Goes through system, light and dark. */
import { setTheme, type Theme, themes, useTheme } from '../state/theme.ts';
import { texts } from '../texts/texts.ts';
import { Icon, type IconName } from './icon.tsx';

const icons: Record<Theme, IconName> = { system: 'system', light: 'sun', dark: 'moon' };

export function ThemeButton() {
  const theme = useTheme((state) => state.theme);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  const { names, label: labelOf } = texts.ui.appearance;
  const label = labelOf(names[theme], names[next]);
  return (
    <button
      type="button"
      className="button quiet square"
      onClick={() => setTheme(next)}
      aria-label={label}
      title={label}
    >
      <Icon name={icons[theme]} />
    </button>
  );
}
