/** Goes through system, light and dark. */
import { setTheme, type Theme, themes, useTheme } from '../state/theme.ts';
import { Icon, type IconName } from './icon.tsx';

const looks: Record<Theme, { icon: IconName; word: string }> = {
  system: { icon: 'system', word: 'as the system' },
  light: { icon: 'sun', word: 'light' },
  dark: { icon: 'moon', word: 'dark' },
};

export function ThemeButton() {
  const theme = useTheme((state) => state.theme);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  const label = `Appearance: ${looks[theme].word}. Change to ${looks[next].word}`;
  return (
    <button
      type="button"
      className="button quiet square"
      onClick={() => setTheme(next)}
      aria-label={label}
      title={label}
    >
      <Icon name={looks[theme].icon} />
    </button>
  );
}
