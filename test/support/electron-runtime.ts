/** Tells whether the real Electron tests can run here, sandbox and all; never downloads anything. */
import { type ElectronRuntime, electronRuntime } from '../../electron/cli/electron-runtime.ts';

/** The runtime that is installed, where it can also open a sandboxed window; else one line that says what is missing. */
export function runtimeForTests(): ElectronRuntime {
  const found = electronRuntime();
  if ('missing' in found || process.platform !== 'linux') return found;
  if (process.getuid?.() === 0) return { missing: 'Chromium’s sandbox does not run as root.' };
  const hasDisplay = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  return hasDisplay ? found : { missing: 'there is no display; run the tests under xvfb-run.' };
}
