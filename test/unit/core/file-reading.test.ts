/** A file that is read from disk: what guests are told of it, and what is left after it was stopped. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileReading } from '../../../electron/core/file-reading.ts';
import { readLogFile } from '../../../electron/core/intake/read-log.ts';
import { createStatusBoard } from '../../../electron/core/status-board.ts';
import { sizeOnDisk } from '../../../electron/core/store/size-on-disk.ts';
import { payload, purchase } from '../../support/capi.ts';
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

test('a reading that lasts is told with name and bytes, and no more once it has ended', async () => {
  const status = statusBoard();
  const path = logOf(10);
  await createFileReading(status).run(path, async ({ onBytes }) => {
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
  await reading.run(path, ({ onBytes, isStopped }) =>
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

test('the size on disk counts the newest part too, which stands in a file beside', () => {
  const path = join(temporaryFolder(), 'shop.twinlane');
  writeFileSync(path, 'four');
  expect(sizeOnDisk(path)).toBe(4);
  writeFileSync(`${path}-wal`, 'and ten');
  expect(sizeOnDisk(path)).toBe(11);
  expect(sizeOnDisk(null)).toBeNull();
});
