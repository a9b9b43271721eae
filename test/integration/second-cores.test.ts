/** A session beside the open one, by real processes: its own core, its own address, and nothing left behind. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { createSecondCores, type SecondCores } from '../../electron/core/apart/second-cores.ts';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { createClient } from '../../shared/api/client.ts';
import { greeting, SOCKET_PATH } from '../../shared/api/handshake.ts';
import { socketChannel } from '../../shared/api/socket-channel.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

let home: string;
let view: string;
let session: string;
beforeEach(() => {
  home = temporaryFolder();
  view = join(home, 'view');
  session = join(home, 'shop.twinlane');
  mkdirSync(view);
  writeFileSync(join(view, 'index.html'), '<title>Twinlane</title>');
  openSessionFile(session, { mode: 'create', madeBy: { app: '0', engine: '0' } }).close();
});

function secondCores(): SecondCores {
  const cores = createSecondCores({ homeFolder: home, rendererDir: view });
  onTestFinished(() => cores.close());
  return cores;
}

/** The page is there, and a guest with the address's token sees the session. */
async function sessionAt(url: string): Promise<string | null> {
  const { origin, host, hash } = new URL(url);
  expect((await fetch(origin)).status).toBe(200);
  const socket = new WebSocket(`ws://${host}${SOCKET_PATH}`, { origin });
  await once(socket, 'open');
  socket.send(greeting(hash.replace('#token=', '')));
  const client = createClient(socketChannel(socket));
  const { status } = await client.call('session.snapshot', {});
  client.close();
  return status.file;
}

const isGone = (url: string) =>
  eventually(
    () =>
      fetch(new URL(url).origin).then(
        () => false,
        () => true,
      ),
    { withinMs: 15_000 },
  );

/** Whoever had it open has closed it whole. */
const isFree = (path: string) =>
  eventually(
    () => {
      openSessionFile(path, { mode: 'open' }).close();
      return true;
    },
    { withinMs: 15_000 },
  );

test('a session is shown by a core of its own, at an address of its own', async () => {
  const url = await secondCores().open(session);
  expect(await sessionAt(url)).toBe(session);
});

test('the same session asked for again is the same window, another one is another', async () => {
  const cores = secondCores();
  const other = join(home, 'other.twinlane');
  openSessionFile(other, { mode: 'create', madeBy: { app: '0', engine: '0' } }).close();
  const [first, again, second] = await Promise.all([cores.open(session), cores.open(session), cores.open(other)]);
  expect(again).toBe(first);
  expect(second).not.toBe(first);
});

test('a file that cannot be opened is refused with its reason, and can be tried again', async () => {
  const cores = secondCores();
  const broken = join(home, 'broken.twinlane');
  await expect(cores.open(broken)).rejects.toThrow(/broken\.twinlane/);
  openSessionFile(broken, { mode: 'create', madeBy: { app: '0', engine: '0' } }).close();
  expect(await sessionAt(await cores.open(broken))).toBe(broken);
});

test('closing the host closes the cores that it started, and frees their sessions', async () => {
  const cores = secondCores();
  const url = await cores.open(session);
  await cores.close();
  await isGone(url);
  openSessionFile(session, { mode: 'open' }).close();
});

test('no core is left behind where its host is killed', async () => {
  const script = fileURLToPath(new URL('../support/apart-host.ts', import.meta.url));
  const host = spawn(process.execPath, [script, home, view, session], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void host.kill('SIGKILL'));
  const [url] = (await once(host.stdout.setEncoding('utf8'), 'data')) as [string];
  expect(await sessionAt(url)).toBe(session);
  host.kill('SIGKILL');
  await isGone(url);
  await isFree(session);
});
