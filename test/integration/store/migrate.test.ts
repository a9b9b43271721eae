/** Older session files are brought up to date in one step or not at all. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { APPLICATION_ID, migrate, steps, versionOf } from '../../../electron/core/store/migrate.ts';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import { browserCalls } from '../../support/facts.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const newFile = () => join(temporaryFolder(), 'shop.twinlane');
const addition = 'CREATE TABLE orders (number TEXT)';

test('a file with nothing in it becomes a session of the newest version', () => {
  const db = new Database(newFile());
  migrate(db);
  expect(versionOf(db)).toBe(steps.length);
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  db.close();
});

test('only the steps that a file lacks are applied, and its facts stay', () => {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create' });
  session.append(browserCalls(3));
  session.close();
  const db = new Database(path);
  migrate(db, [...steps, addition]);
  migrate(db, [...steps, addition]);
  expect(versionOf(db)).toBe(steps.length + 1);
  expect(db.prepare('SELECT count(*) FROM facts').pluck().get()).toBe(3);
  expect(db.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(0);
  db.close();
});

test('a step that fails leaves the file at its version, without the steps before it', () => {
  const db = new Database(newFile());
  migrate(db);
  expect(() => migrate(db, [...steps, addition, 'NOT SQL'])).toThrow();
  expect(versionOf(db)).toBe(steps.length);
  expect(() => db.prepare('SELECT * FROM orders')).toThrow('no such table');
  db.close();
});

test('a session whose run ended between making the file and its tables opens as an empty one', () => {
  const path = newFile();
  const db = new Database(path);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.close();
  const session = openSessionFile(path, { mode: 'open' });
  session.append(browserCalls(1));
  expect([...session.facts()]).toEqual(browserCalls(1));
  session.close();
});
