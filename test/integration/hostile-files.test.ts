/** Files made to break their reader: bombs, nesting, endless texts, damaged pages, links; refused or bounded, with a sentence. */
import { copyFileSync, openSync, symlinkSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { importBrowserFile } from '../../electron/core/capture/import-recording.ts';
import { recognizeFile } from '../../electron/core/capture/recognize-file.ts';
import { openAny } from '../../electron/core/open-files.ts';
import { createSession } from '../../electron/core/session.ts';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { createWriter } from '../../electron/core/store/writer.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { collectInput } from '../support/collected-input.ts';
import { browserCall } from '../support/facts.ts';
import { seededRandom } from '../support/kill-nine/random-moments.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const lead = {
  request: { method: 'GET', url: 'https://www.facebook.com/tr/?id=1&ev=Lead' },
  response: { status: 200 },
};
const harOf = (...entries: unknown[]) =>
  `{"log":{"version":"1.2","entries":[${entries.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry))).join()}]}}`;
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const post = (text: string, mimeType = 'application/json') => ({
  request: { method: 'POST', url: 'https://www.facebook.com/tr/?id=1&ev=Deep', postData: { mimeType, text } },
  response: { status: 200 },
});

async function outcome(path: string): Promise<string> {
  const collected = collectInput();
  try {
    await importBrowserFile(path, collected.open);
    return `${collected.events().length} events`;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unreadable-file' && !error.message.includes('\n'))
      return error.message;
    throw error;
  }
}

test.each<[string, () => string | Buffer, RegExp]>([
  ['a bomb', () => gzipSync(Buffer.alloc(600 * 2 ** 20, ' ')), /is larger than 500 MB/],
  [
    'a bomb that begins as a HAR',
    () => gzipSync(Buffer.concat([Buffer.from(harOf(lead).slice(0, -3)), Buffer.alloc(600 * 2 ** 20, ' ')])),
    /is larger than 500 MB/,
  ],
  ['a hundred thousand lists in each other', () => `{"log":{"version":"1.2","entries":${nested(100_000)}}}`, /events$/],
  ['an entry of a hundred thousand lists', () => harOf(nested(100_000), lead), /^1 events$/],
  ['a body of a hundred thousand lists', () => harOf(post(nested(100_000)), lead), /^[12] events$/],
  [
    'a line of a hundred thousand lists',
    () =>
      `{"url":"https://www.facebook.com/tr/?id=1&ev=A","body":${nested(100_000)}}\n{"url":"https://www.facebook.com/tr/?id=1&ev=Lead"}\n`,
    /^[12] events$/,
  ],
  ['a text of 100 MB', () => harOf(post('x'.repeat(100 * 2 ** 20)), lead), /^[12] events$/],
  [
    'a key of 10 MB, and names that objects have',
    () => harOf({ ['k'.repeat(10 * 2 ** 20)]: 1, __proto__: null, constructor: 1 }, lead),
    /^1 events$/,
  ],
])('a HAR or NDJSON that is %s', { timeout: 120_000 }, async (_what, content, expected) => {
  const path = join(temporaryFolder(), 'shop.har');
  writeFileSync(path, content());
  expect(await outcome(path)).toMatch(expected);
});

test('links are followed to files, and lead to a sentence where they lead nowhere, in circles or to a device', async () => {
  const folder = temporaryFolder();
  const link = (to: string, name: string) => {
    symlinkSync(to, join(folder, name));
    return join(folder, name);
  };
  writeFileSync(join(folder, 'shop.har'), harOf(lead));
  expect(await outcome(link(join(folder, 'shop.har'), 'good'))).toBe('1 events');
  expect(await outcome(link(join(folder, 'nowhere'), 'broken'))).toMatch(/is not there$/);
  expect(await outcome(link(join(folder, 'circle'), 'circle'))).toMatch(/cannot be read \(ELOOP\)$/);
  expect(await outcome(link('/dev/zero', 'zero'))).toMatch(/is a device, not a file$/);
  await expect(recognizeFile(join(folder, 'zero'))).rejects.toThrow(/is a device, not a file$/);
});

async function storedSession(path: string): Promise<void> {
  const session = openSessionFile(path, { mode: 'create' });
  const writer = createWriter(session, { onFailure: (error) => expect(error).toBeUndefined() });
  writer.putInput({ id: 0, kind: 'proxy', name: 'proxy', records: 0, skipped: 0 });
  await writer.add(Array.from({ length: 500 }, (_, n) => browserCall(n)));
  writer.close();
  session.close();
}

test('session files with overwritten, cut and random pages open, are rescued or are refused with a sentence', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  const whole = join(folder, 'whole.twinlane');
  await storedSession(whole);
  const random = seededRandom(20_261_124);
  for (let round = 0; round < 40; round += 1) {
    const path = join(folder, `damaged-${round}.twinlane`);
    copyFileSync(whole, path);
    const file = openSync(path, 'r+');
    const pages = 1 + Math.floor(random() * 4);
    // The first 16 bytes say that it is SQLite at all.
    for (let page = 0; page < pages; page += 1) {
      const bytes = Buffer.from(Array.from({ length: 4096 }, () => Math.floor(random() * 256)));
      writeSync(file, bytes, 0, 1 + Math.floor(random() * 4095), 16 + Math.floor(random() * 200_000));
    }
    if (round % 5 === 0) truncateSync(path, 16 + Math.floor(random() * 100_000));
    expect([round, await opened(path, folder)]).toEqual([round, 'opened or refused']);
  }
});

async function opened(path: string, folder: string): Promise<string> {
  const session = createSession({ homeFolder: join(folder, 'home') });
  try {
    await openAny(session, path);
    session.desk.snapshot();
    return 'opened or refused';
  } catch (error) {
    return error instanceof Refusal && !error.message.includes('\n') ? 'opened or refused' : String(error);
  } finally {
    await session.close();
    session.desk.close();
  }
}
