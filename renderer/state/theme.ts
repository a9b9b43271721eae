/** Light, dark, or as the system has it; remembered on this machine. */
import { create } from 'zustand';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'twinlane.theme';

export const useTheme = create<{ theme: Theme }>(() => ({ theme: 'system' }));

/** Before the first picture, so that nothing flashes. */
export function restoreTheme(): void {
  const stored = readStored();
  setTheme(themes.find((theme) => theme === stored) ?? 'system');
}

export function setTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  writeStored(theme);
  useTheme.setState({ theme });
}

/** Storage may be closed to us (private windows): then the choice lasts as long as the window. */
function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function writeStored(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    return;
  }
}
