/** The built core in a thread that stands for Electron's utilityProcess: it serves ports, and a new one goes on. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { builtApp } from '../../support/built-app.ts';
import { type CoreWorker, startCoreWorker } from '../../support/electron-stand-in/core-worker.ts';
import { eventually } from '../../support/eventually.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

let outDir: string;
beforeAll(async () => {
  outDir = await builtApp();
});

function startCore(home: string, reopen: string | null = null): CoreWorker {
  const core = startCoreWorker(join(outDir, 'main/core.js'), { TWINLANE_HOME: home });
  onTestFinished(() => core.crash());
  core.tell({ do: 'start', reopen });
  return core;
}

it('answers a guest over its port', async () => {
  const home = temporaryFolder();
  const guest = startCore(home).guest();
  const about = await guest.call('app.describe', {});
  expect(about.sessionsFolder).toBe(join(home, 'sessions'));
  guest.close();
});

it('that crashes loses its guests, and the next one shows the session as it was', async () => {
  const home = temporaryFolder();
  const first = startCore(home);
  const guest = first.guest();
  const record = { url: null, browser: 'none' as const, mode: 'hold' as const, firstParty: [], serverLogs: [] };
  await guest.call('session.record', record);
  const { status } = await guest.call('session.snapshot', {});
  const sent = await fetch(`${status.endpoint}/v24.0/1234567890/events?access_token=of-a-test`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      data: [
        {
          event_name: 'Purchase',
          event_time: Math.floor(Date.now() / 1000),
          event_id: 'order-1001',
          action_source: 'website',
          event_source_url: 'https://shop.example/thank-you',
          user_data: { client_ip_address: '203.0.113.7', client_user_agent: 'Mozilla/5.0' },
          custom_data: { value: 49.9, currency: 'EUR' },
        },
      ],
    }),
  });
  expect(await sent.json()).toMatchObject({ events_received: 1 });
  const before = await guest.call('session.snapshot', {});
  const changed = await eventually(() => first.told.findLast((message) => message.did === 'change-session'), {
    withinMs: 5000,
  });
  if (changed.did !== 'change-session' || changed.path === null) throw new Error('The core named no session file.');

  const crashing = first.crash();
  await expect(guest.call('session.stop', {})).rejects.toMatchObject({ code: 'disconnected' });
  await crashing;

  const next = startCore(home, changed.path).guest();
  const after = await next.call('session.snapshot', {});
  expect(after.events.map((event) => event.eventId)).toEqual(['order-1001']);
  expect(after.pairs).toEqual(before.pairs);
  expect(after.status.file).toBe(before.status.file);
  next.close();
});

it('reads a recording with its worker, which is a bundle of its own', async () => {
  const home = temporaryFolder();
  const path = join(home, 'shop.har.gz');
  const request = { method: 'GET', url: 'https://www.facebook.com/tr/?id=1&ev=Lead&eid=lead-1' };
  writeFileSync(path, gzipSync(JSON.stringify({ log: { entries: [{ request, response: { status: 200 } }] } })));
  const guest = startCore(home).guest();
  await guest.call('session.open', { path });
  const { events } = await guest.call('session.snapshot', {});
  expect(events.map(({ eventId }) => eventId)).toEqual(['lead-1']);
  guest.close();
});

it('told to close, it ends by itself', async () => {
  const core = startCore(temporaryFolder());
  const guest = core.guest();
  await guest.call('app.describe', {});
  core.tell({ do: 'close' });
  expect(await core.ended).toBe(0);
});
