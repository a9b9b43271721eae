/** The core's process, with a parent that is a test. */
import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, it, vi } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { runCoreChild } from '../../../electron/core/core-child.ts';
import type { MainPortLike } from '../../../electron/core/serve/port-guest.ts';
import { createClient } from '../../../shared/api/client.ts';
import type { FromCore, ToCore } from '../../../shared/api/core-messages.ts';
import { Refusal } from '../../../shared/api/errors.ts';
import { portChannel } from '../../../shared/api/port-channel.ts';
import { idleStatus } from '../../../shared/model/session.ts';
import { cannedCore, outputs } from '../../support/canned-core.ts';
import { eventually } from '../../support/eventually.ts';
import { asMainPort } from '../../support/transports.ts';

type Message = { data: ToCore; ports: MainPortLike[] };

function aChild(createCore: () => Promise<Core>) {
  const told: FromCore[] = [];
  const exits: number[] = [];
  let hear: (message: Message) => void = () => undefined;
  const parent = {
    on: (_event: 'message', listener: (message: Message) => void) => {
      hear = listener;
    },
    postMessage: (message: FromCore) => told.push(message),
  };
  runCoreChild({ parent, createCore, exit: (code) => exits.push(code) });
  const tell = (data: ToCore, ports: MainPortLike[] = []) => hear({ data, ports });
  const guest = () => {
    const { port1, port2 } = new MessageChannel();
    tell({ do: 'serve' }, [asMainPort(port1)]);
    return createClient(portChannel(port2));
  };
  return { tell, told, exits, guest };
}

afterEach(() => vi.restoreAllMocks());

it('a guest that came before the start is answered after it', async () => {
  const child = aChild(async () => cannedCore());
  const guest = child.guest();
  const answer = guest.call('app.describe', {});
  child.tell({ do: 'start', reopen: null });
  expect(await answer).toEqual(outputs['app.describe']);
  guest.close();
});

it('the session of the last core is open before any guest is answered', async () => {
  const core = cannedCore();
  const child = aChild(async () => core);
  const guest = child.guest();
  child.tell({ do: 'start', reopen: '/sessions/last.twinlane' });
  await guest.call('session.snapshot', {});
  expect(core.seen.map((call) => call.name)).toEqual(['session.open', 'session.snapshot']);
  guest.close();
});

it('a session that cannot be opened again does not keep the core from starting', async () => {
  const gone = () => Promise.reject(new Refusal('not-found', 'There is no such file.'));
  const child = aChild(async () => cannedCore({ 'session.open': gone }));
  child.tell({ do: 'start', reopen: '/sessions/gone.twinlane' });
  const guest = child.guest();
  expect(await guest.call('app.describe', {})).toEqual(outputs['app.describe']);
  guest.close();
});

it('a file that the system hands over is opened', async () => {
  const core = cannedCore();
  const child = aChild(async () => core);
  child.tell({ do: 'start', reopen: null });
  child.tell({ do: 'open', path: '/home/jane/shop.twinlane' });
  await eventually(() => core.seen.length === 1, { withinMs: 5000 });
  expect(core.seen).toEqual([{ name: 'session.open', input: { path: '/home/jane/shop.twinlane' } }]);
});

it('the parent is told which session is open, once for every change', async () => {
  const core = cannedCore();
  const child = aChild(async () => core);
  child.tell({ do: 'start', reopen: null });
  child.tell({ do: 'open', path: '/a.twinlane' });
  await eventually(() => core.sessionPath() !== null, { withinMs: 5000 });
  core.push('status.changed', idleStatus);
  core.push('status.changed', idleStatus);
  expect(child.told).toEqual([{ did: 'change-session', path: '/a.twinlane' }]);
});

it('a core that refuses to start says why and ends with 1', async () => {
  const why = 'The folder cannot be written.';
  const child = aChild(() => Promise.reject(new Refusal('storage-failed', why)));
  child.tell({ do: 'start', reopen: null });
  await eventually(() => child.exits.length > 0, { withinMs: 5000 });
  expect(child.told).toEqual([{ did: 'fail', message: why }]);
  expect(child.exits).toEqual([1]);
});

it('a fault at the start is told without its details', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const child = aChild(() => Promise.reject(new Error('secret')));
  child.tell({ do: 'start', reopen: null });
  await eventually(() => child.exits.length > 0, { withinMs: 5000 });
  expect(JSON.stringify(child.told)).not.toContain('secret');
});

it('told to close, the core closes before its process ends with 0', async () => {
  const core = cannedCore();
  const child = aChild(async () => core);
  child.tell({ do: 'start', reopen: null });
  child.tell({ do: 'close' });
  await eventually(() => child.exits.length > 0, { withinMs: 5000 });
  expect(core.isClosed()).toBe(true);
  expect(child.exits).toEqual([0]);
});
