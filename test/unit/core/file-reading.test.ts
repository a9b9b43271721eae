/** A file that is read from disk: what guests are told of it, and what is left after it was stopped. */
import { statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { importBrowserRecording } from '../../../electron/core/capture/import-recording.ts';
import { createFileReading } from '../../../electron/core/file-reading.ts';
import { readLogFile } from '../../../electron/core/intake/read-log.ts';
import { createStatusBoard } from '../../../electron/core/status-board.ts';
import { sizeOnDisk } from '../../../electron/core/store/size-on-disk.ts';
import { payload, purchase } from '../../support/capi.ts';
import { collectInput } from '../../support/collected-input.ts';
import { eventually } from '../../support/eventually.ts';
import { recordingHandle } from '../../support/recording-handle.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const statusBoard = () =>
  createStatusBoard(
    () => undefined,
    () => ({ inputs: [], fileBytes: null }),
  );

function logOf(lines: number): string {
  const path = join(temporaryFolder(), 'capi.log');
  writeFileSync(path, Array.from({ length: lines }, (_, index) => `${payload(purchase(`e${index}`))}\n`).join(''));
  return path;
}

const fileAt = (path: string) => ({ name: basename(path), totalBytes: statSync(path).size });

test('a reading that lasts is told with name and bytes, and no more once it has ended', async () => {
  const status = statusBoard();
  const path = logOf(10);
  await createFileReading(status).run(fileAt(path), async ({ onBytes }) => {
    onBytes(7);
    expect(status.now().reading).toBeNull();
    const isTold = () => {
      onBytes(1);
      return status.now().reading !== null;
    };
    await eventually(isTold, { withinMs: 5000 });
    expect(status.now().reading).toMatchObject({ name: 'capi.log', totalBytes: sizeOnDisk(path) });
    expect(status.now().reading?.doneBytes).toBeGreaterThan(7);
  });
  expect(status.now().reading).toBeNull();
});

test('a log whose reading is stopped keeps what was read, and says that there was more', async () => {
  const handle = recordingHandle();
  const reading = createFileReading(statusBoard());
  const path = logOf(20_000);
  await reading.run(fileAt(path), ({ onBytes, isStopped }) =>
    readLogFile(path, handle, {
      watch: {
        onBytes: (count) => {
          onBytes(count);
          reading.stop();
        },
        isStopped,
      },
    }),
  );
  expect(handle.records().length).toBeGreaterThan(0);
  expect(handle.records().length).toBeLessThan(20_000);
  expect(handle.problems().map(({ reason }) => reason)).toEqual([
    'You stopped reading here; the rest is not in this session.',
  ]);
});

test('a HAR whose reading is stopped keeps what was read, and says that there was more', async () => {
  const url = 'https://www.facebook.com/tr/?id=1234567890&ev=Purchase&eid=';
  const entry = (index: number) => ({
    startedDateTime: '2026-11-24T10:00:00.000Z',
    time: 1,
    request: { method: 'GET', url: `${url}e${index}`, headers: [], queryString: [] },
    response: { status: 200, headers: [], content: {} },
  });
  const count = 60_000;
  const log = { version: '1.2', creator: {}, entries: Array.from({ length: count }, (_, index) => entry(index)) };
  const { facts, open } = collectInput();
  const reading = createFileReading(statusBoard());
  await reading.run({ name: 'shop.har', totalBytes: 1 }, ({ onBytes, isStopped }) =>
    importBrowserRecording(JSON.stringify({ log }), 'shop.har', open, {
      onBytes: (count) => {
        onBytes(count);
        if (count > 0) reading.stop();
      },
      isStopped,
    }),
  );
  const calls = facts.filter(({ kind }) => kind === 'browser-call').length;
  expect(calls).toBeGreaterThan(0);
  expect(calls).toBeLessThan(count);
  expect(facts.at(-1)).toMatchObject({ kind: 'problem', reason: expect.stringMatching(/stopped reading here/) });
});

test('a HAR that nobody stops is read whole, and guests are heard meanwhile', async () => {
  let heard = 0;
  const timer = setInterval(() => {
    heard += 1;
  }, 1);
  const entries = Array.from({ length: 40_000 }, () => ({ request: { method: 'GET', url: 'https://shop.example/' } }));
  const collected = collectInput();
  await importBrowserRecording(JSON.stringify({ log: { entries } }), 'shop.har', collected.open);
  clearInterval(timer);
  expect(collected.inputs[0]?.records).toBe(40_000);
  expect(heard).toBeGreaterThan(0);
});

test('the size on disk counts the newest part too, which stands in a file beside', () => {
  const path = join(temporaryFolder(), 'shop.twinlane');
  writeFileSync(path, 'four');
  expect(sizeOnDisk(path)).toBe(4);
  writeFileSync(`${path}-wal`, 'and ten');
  expect(sizeOnDisk(path)).toBe(11);
  expect(sizeOnDisk(null)).toBeNull();
});
