/** Between main and the page: passes the core's port on, and shows the page the DesktopApi. No logic. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { DESKTOP_CHANNEL, DESKTOP_GLOBAL, type DesktopApi, type ViewCommand } from '../../shared/api/desktop.ts';
import { PORT_MESSAGE } from '../../shared/api/handshake.ts';

/** This folder compiles without the DOM; of the page's window only this is used. */
declare const window: { postMessage(message: unknown, targetOrigin: string, transfer: unknown[]): void };

const api: DesktopApi = {
  pickFile: () => ipcRenderer.invoke(DESKTOP_CHANNEL.pickFile),
  saveText: (file) => ipcRenderer.invoke(DESKTOP_CHANNEL.saveText, file),
  reveal: (path) => ipcRenderer.invoke(DESKTOP_CHANNEL.reveal, path),
  openExternal: (url) => ipcRenderer.invoke(DESKTOP_CHANNEL.openExternal, url),
  openApart: (path) => ipcRenderer.invoke(DESKTOP_CHANNEL.openApart, path),
  pathOf: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
  onCommand(listener) {
    const hear = (_event: IpcRendererEvent, command: ViewCommand) => listener(command);
    ipcRenderer.on(DESKTOP_CHANNEL.command, hear);
    return () => ipcRenderer.off(DESKTOP_CHANNEL.command, hear);
  },
};

ipcRenderer.on(DESKTOP_CHANNEL.port, (event) => window.postMessage(PORT_MESSAGE, '*', event.ports));
contextBridge.exposeInMainWorld(DESKTOP_GLOBAL, Object.freeze(api));
