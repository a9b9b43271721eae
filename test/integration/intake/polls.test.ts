/** Addresses that are polled while a recording runs: added, corrected, ended with it. Real servers. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createPolls } from '../../../electron/core/intake/poll/polls.ts';
import { payload, purchase } from '../../support/capi.ts';
import { eventually } from '../../support/eventually.ts';
import { recordingHandle } from '../../support/recording-handle.ts';

/** Serves one event at every path, and tells which were asked with which header. */
async function shop() {
  const asked: { path: string; token: string }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', token: request.headers.authorization ?? '' });
    response.setHeader('content-type', 'application/json').end(payload(purchase('order-1')));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function polls() {
  const opened = new Map<string, ReturnType<typeof recordingHandle>>();
  const open = (name: string) => {
    const handle = recordingHandle();
    opened.set(name, handle);
    return handle;
  };
  const running = createPolls({ open, notice: () => undefined });
  onTestFinished(() => running.close());
  return { opened, running };
}

const headers = (token: string) => ({ authorization: token });

test('an address that is added while a recording runs brings its events', async () => {
  const { url } = await shop();
  const { opened, running } = polls();
  await running.start({ url: `${url}/log?since={since_ms}`, headers: {} }, null);
  expect(opened.get(`${url}/log`)?.records()).toHaveLength(1);
});

test('a corrected address takes the place of the wrong one, which is asked no more', async () => {
  const { asked, url } = await shop();
  const { running } = polls();
  await running.start({ url: `${url}/wrong?since={since_ms}`, headers: {} }, null);
  await running.start({ url: `${url}/right?since={since_ms}`, headers: {} }, `${url}/wrong`);
  const wrong = () => asked.filter(({ path }) => path.startsWith('/wrong')).length;
  const before = wrong();
  await eventually(() => asked.filter(({ path }) => path.startsWith('/right')).length > 1, { withinMs: 15_000 });
  expect(wrong()).toBe(before);
});

test('the same address with another header is asked with the new one alone', async () => {
  const { asked, url } = await shop();
  const { running } = polls();
  await running.start({ url: `${url}/log`, headers: headers('old') }, null);
  await running.start({ url: `${url}/log`, headers: headers('new') }, null);
  const from = asked.length;
  await eventually(() => asked.length > from, { withinMs: 15_000 });
  expect(new Set(asked.slice(from).map(({ token }) => token))).toEqual(new Set(['new']));
});

test('an address that is none is refused, and the one that it was to replace goes on', async () => {
  const { asked, url } = await shop();
  const { running } = polls();
  await running.start({ url: `${url}/log`, headers: {} }, null);
  await expect(running.start({ url: 'shop.example/log', headers: {} }, `${url}/log`)).rejects.toThrow('web address');
  const before = asked.length;
  await eventually(() => asked.length > before, { withinMs: 15_000 });
});
