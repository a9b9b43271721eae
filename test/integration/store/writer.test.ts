/** The writer commits together what arrives together, acknowledges nothing before it is on disk, and outlives a full disk. */
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import type { SessionFile } from '../../../electron/core/store/session-over.ts';
import { createWriter, type WriterOptions } from '../../../electron/core/store/writer.ts';
import { eventually } from '../../support/eventually.ts';
import { browserCall, browserCalls, someInput } from '../../support/facts.ts';
import { canMountDisks, smallDisk } from '../../support/small-disk.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

function openNew(folder = temporaryFolder()): SessionFile {
  const file = openSessionFile(join(folder, 'shop.twinlane'), { mode: 'create' });
  onTestFinished(() => file.close());
  return file;
}

/** A writer that notes in `log` what it does, in order. */
function noting(file: SessionFile, more: Partial<WriterOptions> = {}) {
  const log: string[] = [];
  const writer = createWriter(file, {
    onCommitted: (facts) => log.push(`committed ${facts.length}`),
    onFailure: (error) => log.push(String(error)),
    onResumed: () => log.push('resumed'),
    ...more,
  });
  return { writer, log };
}

const [first, second, third] = [browserCall(1), browserCall(2), browserCall(3)];

test('what arrives in one turn of the event loop is one commit, in the order in which it arrived', async () => {
  const file = openNew();
  const { writer, log } = noting(file);
  await Promise.all([writer.add([first]), writer.add([second, third])]);
  await writer.add([browserCall(4)]);
  expect(log).toEqual(['committed 3', 'committed 1']);
  expect([...file.facts()]).toEqual(browserCalls(4));
});

test('an add resolves after its facts can be read by someone else, and after the listener had them', async () => {
  const file = openNew();
  const { writer, log } = noting(file);
  const added = writer.add([first]).then(() => log.push('resolved'));
  expect([...file.facts()]).toEqual([]);
  await added;
  expect(log).toEqual(['committed 1', 'resolved']);
  const reader = openSessionFile(file.path, { mode: 'read-only' });
  expect([...reader.facts()]).toEqual([first]);
  reader.close();
});

test('the counters of an input are stored with the next commit, with their latest value, and alone too', async () => {
  const file = openNew();
  const { writer, log } = noting(file);
  const input = { ...someInput };
  for (input.records = 1; input.records < 5; input.records += 1) writer.putInput(input);
  await writer.add([first]);
  expect(file.inputs()).toEqual([{ ...someInput, records: 4 }]);
  writer.putInput({ ...someInput, id: 1 });
  writer.flush();
  expect(file.inputs()).toHaveLength(2);
  expect(log).toEqual(['committed 1']);
});

test('closing stores what waits, and refuses what comes later', async () => {
  const file = openNew();
  const { writer } = noting(file);
  const waiting = writer.add([first]);
  writer.close();
  expect([...file.facts()]).toEqual([first]);
  await expect(waiting).resolves.toBeUndefined();
  await expect(writer.add([second])).rejects.toThrow('The session is closed');
});

test('a listener that fails takes nothing back from those who wait', async () => {
  const file = openNew();
  const { writer } = noting(file, {
    onCommitted: () => {
      throw new Error('A bug.');
    },
  });
  const added = writer.add([first]);
  expect(() => writer.flush()).toThrow('A bug.');
  await expect(added).resolves.toBeUndefined();
});

test('what was committed is flushed to the disk soon after, many commits at once, and a drive that fails is reported', async () => {
  const file = openNew();
  let flushes = 0;
  const sync = async () => {
    flushes += 1;
    await file.sync();
    throw new Error('The drive is gone.');
  };
  const { writer, log } = noting({ ...file, sync });
  await writer.add([first]);
  await writer.add([second]);
  expect(flushes).toBe(0);
  await eventually(() => log.includes('Error: The drive is gone.'), { withinMs: 5_000 });
  expect(flushes).toBe(1);
});

test.skipIf(!canMountDisks)('a full disk is reported once, and storing resumes when there is space', async () => {
  const disk = smallDisk(512);
  const file = openNew(disk.folder);
  const { writer, log } = noting(file);
  const ballast = join(disk.folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(300 * 1024));
  const big = browserCall(2, 400_000);
  await expect(writer.add([big])).rejects.toMatchObject({ code: 'storage-failed', problem: 'disk-full' });
  await expect(Promise.all([writer.add([big]), writer.add([third])])).rejects.toMatchObject({ problem: 'disk-full' });
  expect(log).toEqual([expect.stringContaining('The disk is full')]);
  truncateSync(ballast, 0);
  await writer.add([first]);
  expect(log.slice(1)).toEqual(['resumed', 'committed 1']);
  expect([...file.facts()]).toEqual([first]);
});
