/** Sessions have a place of their own on every platform, names that every file system takes, and a list of the latest. */
import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  newSessionPath,
  recentSessions,
  sessionsFolder,
  twinlaneHome,
} from '../../../electron/core/store/sessions-folder.ts';
import { noLabel } from '../../../shared/model/label.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const at = new Date(2026, 10, 24, 10, 5);

test.skipIf(process.platform === 'win32').each([
  ['linux', {}, '/home/ada/.local/share/twinlane'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/twinlane'],
  ['darwin', {}, '/home/ada/Library/Application Support/Twinlane'],
  ['win32', { APPDATA: '/Roaming' }, '/Roaming/Twinlane'],
  ['win32', {}, '/home/ada/AppData/Roaming/Twinlane'],
  ['linux', { TWINLANE_HOME: '/elsewhere', XDG_DATA_HOME: '/data' }, '/elsewhere'],
] as const)('on %s with %j everything is kept in %s', (platform, env, folder) => {
  expect(twinlaneHome({ platform, env, home: '/home/ada' })).toBe(folder);
  expect(sessionsFolder({ platform, env, home: '/home/ada' })).toBe(join(folder, 'sessions'));
});

test('a new session is called by its day, its site and its time, and no two are called the same', () => {
  const folder = join(temporaryFolder(), 'not', 'there yet');
  const path = newSessionPath(folder, { url: 'https://shop.example/cart?x=1', at });
  expect(path).toBe(join(folder, '2026-11-24 shop.example 10-05.twinlane'));
  writeFileSync(path, '');
  const next = newSessionPath(folder, { url: 'https://shop.example/', at });
  expect(basename(next)).toBe('2026-11-24 shop.example 10-05 2.twinlane');
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test.each([
  ['http://127.0.0.1:8080/', '2026-11-24 127.0.0.1-8080 10-05.twinlane'],
  ['http://[::1]:8080/', '2026-11-24 -1-8080 10-05.twinlane'],
  ['https://größe.example/', '2026-11-24 xn--gre-6ka8i.example 10-05.twinlane'],
  ['file:///C:/con', '2026-11-24 10-05.twinlane'],
  ['no address', '2026-11-24 10-05.twinlane'],
  [null, '2026-11-24 10-05.twinlane'],
])('the session of %s has the name %s', (url, name) => {
  expect(basename(newSessionPath(temporaryFolder(), { url, at }))).toBe(name);
});

test('the hundred sessions that changed last are listed, latest first, and nothing else', () => {
  const folder = temporaryFolder();
  for (let n = 1; n <= 105; n += 1) {
    writeFileSync(join(folder, `s${n}.twinlane`), '');
    utimesSync(join(folder, `s${n}.twinlane`), 1_000 + n, 1_000 + n);
  }
  writeFileSync(join(folder, 's105.twinlane-wal'), '');
  mkdirSync(join(folder, 'folder.twinlane'));
  const recent = recentSessions(folder);
  expect(recent.map((session) => session.name)).toEqual(Array.from({ length: 100 }, (_, index) => `s${105 - index}`));
  expect(recent[0]).toEqual({
    path: join(folder, 's105.twinlane'),
    name: 's105',
    modifiedAt: 1_105_000,
    label: noLabel,
  });
  expect(recentSessions(join(folder, 'missing'))).toEqual([]);
});
