/** Opening a session beside the one of this window: in a window of its own on the desktop, in a tab elsewhere. */
import { create } from 'zustand';
import { desktop } from '../connect.ts';
import { texts } from '../texts/texts.ts';
import { callCore } from './core-calls.ts';
import { attempt, tell } from './feedback.ts';
import { importFiles, uploadApart } from './import-files.ts';
import { showDialog } from './view.ts';

/** The files that were dropped on an open session, with a session among them; null while nothing is asked. */
export const useDropped = create<{ files: readonly File[] | null }>(() => ({ files: null }));

/** What is called for by a click: browsers let a page open a tab only then, so it is opened before anything is asked. */
export function openApart(path: string): Promise<boolean> {
  return showApart(() => Promise.resolve(path));
}

/** Recordings and logs are added to what is open; where a session is among the files, the person says what to do. */
export function takeDropped(files: readonly File[]): void {
  if (!files.some(isSession)) return void importFiles(files);
  useDropped.setState({ files });
  showDialog('dropped');
}

export function openDroppedInstead(files: readonly File[]): Promise<void> {
  return importFiles(files);
}

/** Each session in a window of its own; the rest is added to this one. */
export async function openDroppedApart(files: readonly File[]): Promise<void> {
  for (const file of files.filter(isSession)) {
    const path = desktop?.pathOf(file) ?? '';
    if (!(await showApart(() => (path === '' ? uploadApart(file) : Promise.resolve(path))))) return;
  }
  await importFiles(files.filter((file) => !isSession(file)));
}

export function isSession({ name }: File): boolean {
  return /\.twinlane$/i.test(name);
}

async function showApart(pathOf: () => Promise<string>): Promise<boolean> {
  const tab = desktop === null ? window.open('about:blank', '_blank') : null;
  const isShown = await attempt(texts.feedback.underWay.openApart, async () => {
    const path = await pathOf();
    if (desktop !== null) await desktop.openApart(path);
    else showIn(tab, (await callCore('session.open-apart', { path })).url);
  });
  if (!isShown) tab?.close();
  return isShown;
}

/** The other page gets no hold of this one. */
function showIn(tab: Window | null, url: string): void {
  if (tab !== null) {
    tab.opener = null;
    tab.location.replace(url);
    return;
  }
  const act = () => window.open(url, '_blank', 'noopener');
  tell(texts.feedback.tabHeldBack, { title: texts.feedback.showTab, act });
}
