/** A long stored session comes in piece by piece: rows at once, answers meanwhile, a way to stop, nothing twice. */
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { markFact } from '../../../electron/core/marks.ts';
import { createSession } from '../../../electron/core/session.ts';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import { pixelFact, serverFact } from '../../bench/rig/checkout-facts.ts';
import { eventually } from '../../support/eventually.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const purchases = 3_000;
const noted = { about: 'pair' as const, key: 'pair-b1' };

function storedDay() {
  const homeFolder = temporaryFolder();
  const path = join(homeFolder, 'day.twinlane');
  const file = openSessionFile(path, { mode: 'create', madeBy: { app: '0', engine: '0' } });
  const numbers = Array.from({ length: purchases }, (_, n) => n);
  file.append([...numbers.flatMap((n) => [pixelFact(n), serverFact(n)]), markFact({ ...noted, text: 'Twice!' }, 1)]);
  file.close();
  const session = createSession({ homeFolder });
  onTestFinished(() => session.close());
  return { session, path };
}

it('has its first rows before the rest is in, and all of them in the end', async () => {
  const { session, path } = storedDay();
  const opening = session.openFile(path);
  const early = await eventually(() => session.desk.book()?.pipeline.pairs().length, { withinMs: 10_000 });
  expect(early).toBeLessThan(purchases);
  await opening;
  expect(session.desk.book()?.pipeline.pairs().length).toBe(purchases);
});

it('a note that is made meanwhile is newer than the one that comes in after it', async () => {
  const { session, path } = storedDay();
  const opening = session.openFile(path);
  const book = await eventually(() => session.desk.book(), { withinMs: 10_000 });
  await book.mark({ ...noted, text: 'Mended since' });
  await opening;
  expect(book.marks().map(({ text }) => text)).toEqual(['Mended since']);
});

it('stopped, keeps what is in and says how much that is', async () => {
  const { session, path } = storedDay();
  const opening = session.openFile(path);
  await eventually(() => session.desk.book(), { withinMs: 10_000 });
  session.reading.stop();
  await opening;
  const shown = session.desk.book()?.pipeline.pairs().length ?? 0;
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(purchases);
  expect(JSON.stringify(session.desk.status.now().notices)).toContain('You stopped reading: 2000 of 6001 records');
});

it('closed while it is read, is closed', async () => {
  const { session, path } = storedDay();
  const opening = session.openFile(path);
  await eventually(() => session.desk.book(), { withinMs: 10_000 });
  await session.close();
  await opening;
  expect(session.desk.book()).toBeNull();
});
