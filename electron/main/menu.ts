/** Sets the application menu; its commands go to the view in the window in front. */
import { app, BrowserWindow, Menu } from 'electron';
import { DESKTOP_CHANNEL, type ViewCommand } from '../../shared/api/desktop.ts';
import { menuTemplate } from './decisions/menu-template.ts';

export function setMenu(): void {
  const send = (command: ViewCommand) => {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    window?.webContents.send(DESKTOP_CHANNEL.command, command);
  };
  const { platform } = process;
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform, isPackaged: app.isPackaged, send })));
}
