/** What only the desktop can do, for our own page alone: the file dialogs, the file manager, links. The only ipcMain. */
import { writeFile } from 'node:fs/promises';
import { BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import { DESKTOP_CHANNEL } from '../../shared/api/desktop.ts';
import { isRevealable, isSessionPath, openableLink, textFile } from './decisions/desktop-input.ts';
import { isOwnPage } from './decisions/own-page.ts';

/** `openApart`: shows a session file in a window of its own. */
export function answerDesktopCalls({ openApart }: { openApart(path: string): void }): void {
  answer(DESKTOP_CHANNEL.pickFile, pickFile);
  answer(DESKTOP_CHANNEL.saveText, saveText);
  answer(DESKTOP_CHANNEL.reveal, reveal);
  answer(DESKTOP_CHANNEL.openExternal, openExternal);
  answer(DESKTOP_CHANNEL.openApart, async (_window, input) => {
    const isTaken = isSessionPath(input, process.platform);
    if (isTaken) openApart(input);
    return isTaken;
  });
}

/** A frame that is not our page, or not its top, gets an error and causes nothing. */
function answer(channel: string, act: (window: BrowserWindow, input: unknown) => Promise<unknown>): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, input: unknown) => {
    const frame = event.senderFrame;
    const window = BrowserWindow.fromWebContents(event.sender);
    if (frame === null || frame.parent !== null || !isOwnPage(frame.url) || window === null) {
      throw new Error('Refused: this frame is not the view.');
    }
    return act(window, input);
  });
}

async function pickFile(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a recording, a log or a session',
    properties: ['openFile'],
    filters: [
      {
        name: 'Recordings, logs and sessions',
        extensions: ['twinlane', 'har', 'json', 'ndjson', 'csv', 'log', 'txt', 'gz'],
      },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return filePaths[0] ?? null;
}

async function saveText(window: BrowserWindow, input: unknown): Promise<string | null> {
  const file = textFile(input);
  if (file === null) return null;
  const { filePath, canceled } = await dialog.showSaveDialog(window, { title: 'Save', defaultPath: file.name });
  if (canceled || filePath === '') return null;
  try {
    await writeFile(filePath, file.text, { mode: 0o600 });
    return filePath;
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? `The system says ${String(error.code)}.` : '';
    await dialog.showMessageBox(window, { type: 'error', message: 'The file could not be written.', detail });
    return null;
  }
}

async function reveal(_window: BrowserWindow, input: unknown): Promise<boolean> {
  if (!isRevealable(input, process.platform)) return false;
  shell.showItemInFolder(input);
  return true;
}

async function openExternal(_window: BrowserWindow, input: unknown): Promise<boolean> {
  const link = openableLink(input);
  if (link === null) return false;
  await shell.openExternal(link);
  return true;
}
