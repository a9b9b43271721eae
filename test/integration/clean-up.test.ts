import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openAuthority } from '../../electron/core/capture/certificate-authority.ts';
import { cleanUp } from '../../electron/core/clean-up.ts';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { newSessionPath } from '../../electron/core/store/sessions-folder.ts';
import { run } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

/** A machine on which Twinlane was used: an authority, a session, a window, what a crash left. */
async function usedMachine() {
  const root = temporaryFolder();
  const homeFolder = join(root, 'home');
  const temporary = join(root, 'tmp');
  const window = join(root, 'config', 'window');
  await openAuthority(join(homeFolder, 'authority'));
  const session = newSessionPath(join(homeFolder, 'sessions'), { url: null, at: new Date() });
  const madeBy = { app: '0.1.0', engine: '0.1.0' };
  openSessionFile(session, { mode: 'create', madeBy }).close();
  // No process has a number that large.
  const profile = join(temporary, 'twinlane-profile-4999999-abc');
  const running = join(temporary, `twinlane-script-${process.pid}-x`);
  const others = [join(temporary, 'twinlane-script-4999999-x'), running, window];
  for (const folder of [profile, ...others]) mkdirSync(folder, { recursive: true });
  mkdirSync(join(temporary, 'somebody-elses'));
  writeFileSync(join(profile, 'Cookies'), 'x');
  const places = { profileParents: [temporary], temporary, windowFolders: [window] };
  return { homeFolder, temporary, session, profile, window, places };
}

test('everything goes but the sessions, which go when asked, and nothing of others', async () => {
  const { homeFolder, temporary, session, profile, window, places } = await usedMachine();
  const first = await cleanUp({ homeFolder, sessions: false, places });
  expect(first.removed).toEqual(
    [join(homeFolder, 'authority'), profile, window, join(temporary, 'twinlane-script-4999999-x')].sort(),
  );
  expect(first.removed.filter((path) => existsSync(path))).toEqual([]);
  expect(first.kept).toEqual([{ path: join(homeFolder, 'sessions'), why: '1 session of yours' }]);
  expect(existsSync(session)).toBe(true);
  expect(await cleanUp({ homeFolder, sessions: true, places })).toEqual({
    removed: [join(homeFolder, 'sessions')],
    kept: [],
  });
  expect(existsSync(homeFolder)).toBe(false);
  expect(readdirSync(temporary).sort()).toEqual(['somebody-elses', `twinlane-script-${process.pid}-x`]);
});

test("a file of the user's in the home folder stays, and so does the folder", async () => {
  const { homeFolder, places } = await usedMachine();
  writeFileSync(join(homeFolder, 'notes.txt'), 'mine');
  const { kept } = await cleanUp({ homeFolder, sessions: true, places });
  expect(kept).toEqual([{ path: join(homeFolder, 'notes.txt'), why: 'not made by Twinlane' }]);
  expect(readdirSync(homeFolder)).toEqual(['notes.txt']);
});

test('while a recording runs nothing is removed: a profile in use, a session that is open', async () => {
  const { homeFolder, session, temporary, places } = await usedMachine();
  const file = openSessionFile(session, { mode: 'open' });
  await expect(cleanUp({ homeFolder, sessions: false, places })).rejects.toMatchObject({ code: 'busy' });
  file.close();
  const inUse = join(temporary, `twinlane-profile-${process.pid}-abc`);
  mkdirSync(inUse);
  onTestFinished(() => expect(existsSync(inUse)).toBe(true));
  await expect(cleanUp({ homeFolder, sessions: false, places })).rejects.toThrow(`process ${process.pid}`);
  expect(existsSync(join(homeFolder, 'authority', 'ca.key'))).toBe(true);
});

test('the command says what it removed, what it kept, and how the rest goes', async () => {
  const home = temporaryFolder();
  for (const variable of ['HOME', 'TMPDIR', 'XDG_CONFIG_HOME']) vi.stubEnv(variable, temporaryFolder());
  onTestFinished(() => void vi.unstubAllEnvs());
  await openAuthority(join(home, 'authority'));
  mkdirSync(join(home, 'sessions'));
  const { status, out } = await run(['cleanup'], { home });
  expect(status).toBe(0);
  expect(out).toContain(`removed  ${join(home, 'authority')}`);
  expect(out).toContain('twinlane cleanup --sessions');
  expect(existsSync(join(home, 'authority'))).toBe(false);
});
