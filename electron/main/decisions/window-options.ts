/** How the window is made: a sandboxed page without Node, whatever Electron's defaults are. */
import type { BrowserWindowConstructorOptions } from 'electron';

export type WindowSetting = { preloadPath: string; isPackaged: boolean; isDark: boolean };

export function windowOptions({ preloadPath, isPackaged, isDark }: WindowSetting) {
  return {
    title: 'Twinlane',
    width: 1360,
    height: 860,
    minWidth: 720,
    minHeight: 480,
    show: false,
    backgroundColor: isDark ? '#15171a' : '#ffffff',
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  } satisfies BrowserWindowConstructorOptions;
}
