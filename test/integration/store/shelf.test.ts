/** Sessions as a collection: names and pins are in their files, deleting can be undone, marks are stored. */
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createSession } from '../../../electron/core/session.ts';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import { readLabel, writeLabel } from '../../../electron/core/store/session-label.ts';
import { sessionTrash } from '../../../electron/core/store/session-trash.ts';
import { recentSessions } from '../../../electron/core/store/sessions-folder.ts';
import { noLabel, type SessionLabel } from '../../../shared/model/label.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const label: SessionLabel = { name: 'Black Friday', note: 'before the fix', colour: 'green', isPinned: true };
const day = 24 * 3_600_000;
let closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
});

function aSession(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.twinlane`);
  openSessionFile(path, { mode: 'create' }).close();
  return path;
}

function anApp() {
  const homeFolder = temporaryFolder();
  const session = createSession({ homeFolder });
  closing.push(session.close);
  return { session, folder: join(homeFolder, 'sessions') };
}

test('a label is kept in the file of its session and names it in the list, pinned ones first', () => {
  const folder = temporaryFolder();
  const older = aSession(folder, 'older');
  const newer = aSession(folder, 'newer');
  writeLabel(older, label);
  utimesSync(older, 1, 1);
  expect(readLabel(older)).toEqual(label);
  expect(readLabel(newer)).toEqual(noLabel);
  expect(recentSessions(folder).map(({ name }) => name)).toEqual(['Black Friday', 'newer']);
});

test('a file that is no session has no label, and does not spoil the list', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'broken.twinlane'), 'not a database at all, but long enough to look like one');
  expect(recentSessions(folder)).toMatchObject([{ name: 'broken', label: noLabel }]);
});

test('the open session takes its label while it is open', async () => {
  const { session, folder } = anApp();
  const path = aSession(folder, 'open');
  await session.openFile(path);
  session.shelf.label(null, label);
  expect(session.desk.status.now().label).toEqual(label);
  await session.close();
  expect(readLabel(path)).toEqual(label);
});

test('a session that is not stored cannot be named, and says so', () => {
  const { session } = anApp();
  session.forFiles();
  expect(() => session.shelf.label(null, label)).toThrow(/not stored/);
});

test('a deleted session leaves the list and comes back whole', () => {
  const folder = temporaryFolder();
  const path = aSession(folder, 'shop');
  writeLabel(path, label);
  const trash = sessionTrash(folder);
  const trashed = trash.discard(path, Date.now());
  expect(recentSessions(folder)).toEqual([]);
  expect(trash.restore(trashed)).toBe(path);
  expect(readLabel(path)).toEqual(label);
  expect(() => trash.restore(trashed)).toThrow(/no longer in the trash/);
});

test('a deleted session does not overwrite one that took its name meanwhile', () => {
  const folder = temporaryFolder();
  const path = aSession(folder, 'shop');
  const trash = sessionTrash(folder);
  const trashed = trash.discard(path, Date.now());
  aSession(folder, 'shop');
  expect(() => trash.restore(trashed)).toThrow(/exists already/);
  expect(existsSync(trashed)).toBe(true);
});

test('what was deleted more than a week ago goes for good', () => {
  const folder = temporaryFolder();
  const trash = sessionTrash(folder);
  const now = Date.now();
  const old = trash.discard(aSession(folder, 'old'), now - 8 * day);
  const recent = trash.discard(aSession(folder, 'recent'), now - 6 * day);
  trash.empty(now);
  expect([existsSync(old), existsSync(recent)]).toEqual([false, true]);
});

test.each([
  ['a session elsewhere', () => aSession(temporaryFolder(), 'mine')],
  ['what is no session', (folder: string) => join(folder, 'notes.txt')],
  ['a way out of the folder', (folder: string) => join(folder, '..', 'x.twinlane')],
])('%s is not deleted', (_, pathIn) => {
  const folder = temporaryFolder();
  expect(() => sessionTrash(folder).discard(pathIn(folder), 1)).toThrow(/Only sessions of the sessions folder/);
});

test('an open session is not deleted', async () => {
  const { session, folder } = anApp();
  const path = aSession(folder, 'open');
  await session.openFile(path);
  expect(() => session.shelf.discard(path)).toThrow(/open in another Twinlane/);
  expect(existsSync(path)).toBe(true);
});

test('marks outlive the closing of their session, the last word on each subject counts', async () => {
  const { session, folder } = anApp();
  const path = aSession(folder, 'marked');
  await session.openFile(path);
  const told: unknown[] = [];
  session.desk.onPush((name, data) => name === 'marks.changed' && told.push(data.marks.map(({ text }) => text)));
  const mark = session.desk.book()?.mark;
  await mark?.({ about: 'cause', key: 'id.mismatch', text: 'ticket 12' });
  await mark?.({ about: 'pair', key: 'b1', text: '' });
  await mark?.({ about: 'cause', key: 'id.mismatch', text: 'ticket 13' });
  await mark?.({ about: 'pair', key: 'b1', text: null });
  expect(told).toEqual([['ticket 12'], ['ticket 12', ''], ['ticket 13', ''], ['ticket 13']]);
  await session.close();
  await session.openFile(path);
  const { marks, status } = session.desk.snapshot();
  expect(marks).toMatchObject([{ about: 'cause', key: 'id.mismatch', text: 'ticket 13' }]);
  expect(status.inputs).toEqual([]);
});
