/** The demo shop over real sockets: pages, switches, and the server's events on their way. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { generateCACertificate, getLocal } from 'mockttp';
import { expect, it, onTestFinished } from 'vitest';
import { type DemoShop, type DemoShopOptions, startDemoShop } from '../../../electron/demo/demo-shop.ts';
import { eventually } from '../../support/eventually.ts';
import { startGraphReceiver } from '../../support/graph-receiver.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

async function shopWith(options: Partial<DemoShopOptions>): Promise<DemoShop> {
  const shop = await startDemoShop({ capi: { graphUrl: null }, logFile: null, seed: 3, ...options });
  onTestFinished(() => shop.close());
  return shop;
}

/** A visitor without scripts: forms and links, cookies kept. */
function visitorOf(shop: DemoShop) {
  const cookies = new Map<string, string>();
  return async (path: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const posted = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const response = await fetch(new URL(path, shop.url), { ...posted, headers: { cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

async function buy(shop: DemoShop): Promise<string> {
  const visit = visitorOf(shop);
  await visit('/product/T-102?fbclid=IwAR1');
  await visit('/cart/add', { sku: 'T-102' });
  await visit('/checkout');
  const placed = await visit('/checkout', { name: 'Ada <b>Brandt</b>', email: 'ada@mail.example', phone: '+49 1' });
  return (await visit(placed.headers.get('location') ?? '')).text();
}

const postJson = (shop: DemoShop, on: unknown) =>
  fetch(new URL('/faults', shop.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on }),
  });

it('sells without scripts, shows the order number and posts a twin of every event', async () => {
  const receiver = await startGraphReceiver();
  const shop = await shopWith({ capi: { graphUrl: receiver.url } });
  expect(await buy(shop)).toContain('HT-1001');
  await eventually(() => receiver.events.some(({ event_name }) => event_name === 'Purchase'), { withinMs: 5000 });
  expect(receiver.events.map(({ event_name }) => event_name)).toEqual([
    ...['PageView', 'ViewContent', 'AddToCart', 'PageView', 'InitiateCheckout', 'PageView', 'Purchase'],
  ]);
  const purchase = receiver.events.at(-1);
  expect(purchase).toMatchObject({ event_id: 'HT-1001', custom_data: { value: 9.9, currency: 'EUR' } });
  expect(purchase?.user_data).toMatchObject({
    em: [expect.stringMatching(/^[0-9a-f]{64}$/)],
    fbp: expect.stringMatching(/^fb\.1\.\d+\.\d+$/),
    fbc: expect.stringMatching(/^fb\.1\.\d+\.IwAR1$/),
  });
  expect(new Set(receiver.requests)).toEqual(
    new Set([expect.stringMatching(/^POST \/v24\.0\/700100200300400\/events\?access_token=EAADEMO/)]),
  );
});

it('tells of an order once, however often its page is shown', async () => {
  const shop = await shopWith({});
  const visit = visitorOf(shop);
  await visit('/cart/add', { sku: 'T-101' });
  const placed = await visit('/checkout', { name: 'A', email: 'a@b.example', phone: '1' });
  const path = placed.headers.get('location') ?? '';
  expect(await (await visit(path)).text()).toContain('"Purchase"');
  expect(await (await visit(path)).text()).not.toContain('"Purchase"');
});

it('logs each request as a JSON line, without the token, and writes what the queue holds before it closes', async () => {
  const logFile = join(temporaryFolder(), 'shop.log');
  const shop = await startDemoShop({ capi: { graphUrl: null }, logFile, seed: 3 });
  await fetch(new URL('/', shop.url));
  await shop.close();
  const text = readFileSync(logFile, 'utf8');
  const [line] = text.trim().split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({
    level: 30,
    msg: 'capi request',
    url: 'https://graph.facebook.com/v24.0/700100200300400/events',
    payload: { data: [{ event_name: 'PageView' }] },
  });
  expect(text).not.toContain('EAADEMO');
});

it('goes on selling when the log cannot be written and Graph cannot be reached', async () => {
  const logFile = join(temporaryFolder(), 'no-such-folder', 'shop.log');
  const shop = await shopWith({ capi: { graphUrl: 'http://127.0.0.1:9' }, logFile });
  expect(await buy(shop)).toContain('HT-1001');
});

it('reaches graph.facebook.com through the proxy alone, trusting the given authority', async () => {
  const authority = await generateCACertificate();
  const proxy = getLocal({ https: authority });
  await proxy.start();
  onTestFinished(() => proxy.stop());
  const seen = await proxy.forPost(/^https:\/\/graph\.facebook\.com\//).thenJson(200, { events_received: 1 });
  const certificatePath = join(temporaryFolder(), 'ca.pem');
  writeFileSync(certificatePath, authority.cert);
  const shop = await shopWith({
    capi: { graphUrl: null, proxyUrl: proxy.url.replace('https:', 'http:'), certificatePath },
  });
  await fetch(new URL('/', shop.url));
  const [request] = await eventually(
    async () => {
      const requests = await seen.getSeenRequests();
      return requests.length > 0 ? requests : null;
    },
    { withinMs: 5000 },
  );
  expect(request?.url).toMatch(/^https:\/\/graph\.facebook\.com\/v24\.0\/700100200300400\/events\?access_token=/);
  expect(await request?.body.getJson()).toMatchObject({ data: [{ event_name: 'PageView' }] });
});

it('sends nothing to a proxy whose certificate is not of the given authority', async () => {
  const proxy = getLocal({ https: await generateCACertificate() });
  await proxy.start();
  onTestFinished(() => proxy.stop());
  const seen = await proxy.forAnyRequest().thenReply(200);
  const folder = temporaryFolder();
  const certificatePath = join(folder, 'ca.pem');
  const logFile = join(folder, 'shop.log');
  writeFileSync(certificatePath, (await generateCACertificate()).cert);
  const proxyUrl = proxy.url.replace('https:', 'http:');
  const shop = await startDemoShop({ capi: { graphUrl: null, proxyUrl, certificatePath }, logFile });
  await fetch(new URL('/', shop.url));
  await shop.close();
  expect(await seen.getSeenRequests()).toEqual([]);
  expect(readFileSync(logFile, 'utf8')).toMatch(/capi request failed.*certificate/);
});

it('switches exactly the named faults on, and refuses names that it does not know', async () => {
  const shop = await shopWith({});
  const state = await (await postJson(shop, ['id.misplaced.browser', 'time.late'])).json();
  const on = state.faults.flatMap((fault: { id: string; isOn: boolean }) => (fault.isOn ? [fault.id] : []));
  expect(on).toEqual(['id.misplaced.browser', 'time.late']);
  expect((await postJson(shop, ['id.unheard-of'])).status).toBe(400);
  expect((await postJson(shop, 'time.late')).status).toBe(400);
  const after = await (await fetch(new URL('/faults', shop.url))).json();
  expect(after).toEqual(state);
});

it('takes the panel’s form without scripts', async () => {
  const shop = await shopWith({});
  const answer = await visitorOf(shop)('/faults', { on: 'key.none' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  expect(await (await fetch(shop.url)).text()).toContain('value="key.none" checked');
});

it('prints what visitors type as text', async () => {
  const shop = await shopWith({});
  const visit = visitorOf(shop);
  await visit('/cart/add', { sku: 'T-101' });
  await visit('/checkout', { name: '"></script><b id=x>', email: 'a@b.example', phone: '1' });
  await visit('/cart/add', { sku: 'T-101' });
  const page = await (await visit('/checkout')).text();
  expect(page).not.toContain('<b id=x>');
  expect(page).toContain('&lt;b id=x&gt;');
});

it('answers unknown pages with 404, oversized forms with 413, and lives on', async () => {
  const shop = await shopWith({});
  expect((await fetch(new URL('/nowhere', shop.url))).status).toBe(404);
  expect((await fetch(new URL('/product/T-999', shop.url))).status).toBe(404);
  const oversized = { method: 'POST', body: 'x'.repeat(100_000) };
  expect((await fetch(new URL('/checkout', shop.url), oversized)).status).toBe(413);
  expect((await fetch(shop.url)).status).toBe(200);
});

it('says so when its port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(startDemoShop({ port, capi: { graphUrl: null }, logFile: null })).rejects.toThrow(/EADDRINUSE/);
});
