/** Opens an address in the person's own default browser, where there is one; never a reason to fail. */
import { spawn } from 'node:child_process';

const openers: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
};

/** The address is always printed too: a machine without a desktop or an opener loses nothing. */
export function openAddress(address: string): void {
  const [command, ...args] = openers[process.platform] ?? [];
  const hasDesktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (command === undefined || !hasDesktop || process.env.CI) return;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write('No default browser could be opened; use the address above.\n'));
  child.unref();
}
