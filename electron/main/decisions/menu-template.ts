/** The application menu as data: what the view does is a named command, what the system does is a role. */
import type { MenuItemConstructorOptions } from 'electron';
import type { ViewCommand } from '../../../shared/api/desktop.ts';

export type MenuSetting = {
  platform: NodeJS.Platform;
  isPackaged: boolean;
  /** Hands the command to the view of the window in front. */
  send(command: ViewCommand): void;
};

export function menuTemplate({ platform, isPackaged, send }: MenuSetting): MenuItemConstructorOptions[] {
  const item = (label: string, command: ViewCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(command),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('&New Recording…', 'recording.new', 'CmdOrCtrl+N'),
        item('S&top Recording', 'recording.stop', 'CmdOrCtrl+.'),
        separator,
        item('&Open…', 'file.open', 'CmdOrCtrl+O'),
        item('&Save Report…', 'file.save-report', 'CmdOrCtrl+S'),
        item('&Close Session', 'session.close', 'CmdOrCtrl+Shift+W'),
        ...(isMac ? [] : [separator, { role: 'quit' } as const]),
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        item('&Find', 'search.focus', 'CmdOrCtrl+F'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', submenu: [item('Twinlane &Help', 'help.show', 'F1')] },
  ];
}
