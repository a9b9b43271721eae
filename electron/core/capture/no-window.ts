/** Why a browser that was found ended before its first page, in words that say what to do. */
import type { FoundBrowser } from './find-browser.ts';

type Surroundings = { headless: boolean; env?: NodeJS.ProcessEnv; platform?: NodeJS.Platform };

export function whyNoWindow({ name, path }: Pick<FoundBrowser, 'name' | 'path'>, where: Surroundings): string {
  const { headless, env = process.env, platform = process.platform } = where;
  const hasScreen = Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  if (platform === 'linux' && !headless && !hasScreen) {
    return `${name} needs a screen, and there is none here: neither DISPLAY nor WAYLAND_DISPLAY is set. Record with “My own browser, or a phone” (--browser none), or on the command line with --headless.`;
  }
  return `${name} started and ended at once. Start ${path} in a terminal to see what it says.`;
}
