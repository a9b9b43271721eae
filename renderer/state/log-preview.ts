/** Looking into a server log before anything of it is taken, and the person's answer. */
import { create } from 'zustand';
import type { CallOutput } from '../../shared/api/contract.ts';
import { desktop } from '../connect.ts';
import { texts } from '../texts/texts.ts';
import { callCore } from './core-calls.ts';
import { attempt, tell, tellRefusal } from './feedback.ts';
import { openPath } from './session-actions.ts';
import { showDialog } from './view.ts';

export type LogPreviews = CallOutput<'source.preview'>['files'];

type Wish = { files: LogPreviews; decide(isTaken: boolean): void };

/** Null while nothing is asked. */
export const usePreview = create<{ wish: Wish | null }>(() => ({ wish: null }));

/** Shows what was found and resolves to the answer. */
export function askAbout(files: LogPreviews): Promise<boolean> {
  return new Promise((resolve) => {
    const decide = (isTaken: boolean) => {
      usePreview.setState({ wish: null });
      showDialog(null);
      resolve(isTaken);
    };
    usePreview.setState({ wish: { files, decide } });
    showDialog('preview');
  });
}

/** Rejects with a Refusal. */
export async function previewPaths(paths: readonly string[]): Promise<LogPreviews> {
  const previews = await Promise.all(paths.map((path) => callCore('source.preview', { path })));
  return previews.flatMap(({ files }) => files);
}

/** Opens a file of this machine; a log only after the person has seen what it holds. Resolves to whether it was opened. */
export async function openLookedInto(path: string): Promise<boolean> {
  const found: CallOutput<'source.preview'>[] = [];
  const isRead = await attempt(texts.feedback.underWay.lookInto, async () => {
    found.push(await callCore('source.preview', { path }));
  });
  const [preview] = found;
  if (!isRead || preview === undefined) return false;
  return preview.kind !== 'log' || (await askAbout(preview.files)) ? openPath(path) : false;
}

/** Asks for a file by the system's own dialog. Only on the desktop. */
export async function pickAndOpen(): Promise<void> {
  const path = await desktop?.pickFile();
  if (typeof path === 'string') await openLookedInto(path);
}

/** What was read so far stays. Beside the action under way, which is the reading itself. */
export function stopReading(): Promise<unknown> {
  return callCore('session.stop-reading', {}).then(() => tell(texts.feedback.readingStopped), tellRefusal);
}
