/** Reads HAR entries as an import of their file does. */
import { importBrowserRecording } from '../../electron/core/capture/import-recording.ts';
import { collectInput } from './collected-input.ts';

export const url = 'https://www.facebook.com/tr/';
export const startedDateTime = '2026-11-24T04:55:29.011Z';
export const answered = { status: 200, statusText: 'OK', headers: [], cookies: [], content: { size: 0, mimeType: '' } };

export async function readEntries(entries: unknown[], log: object = {}) {
  const collected = collectInput();
  const har = { log: { version: '1.2', creator: { name: 'test', version: '1' }, ...log, entries } };
  await importBrowserRecording(JSON.stringify(har), 'shop.har', collected.open);
  return collected;
}

/** One POST that gives one event. */
export async function readOne(request: object, rest: object = {}) {
  const collected = await readEntries([
    { startedDateTime, request: { method: 'POST', url, ...request }, response: answered, ...rest },
  ]);
  const [call] = collected.calls();
  const [event] = collected.events();
  if (!call || !event) throw new Error('one call with one event was expected');
  return { call, event, ...collected };
}
