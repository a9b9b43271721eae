/** The demo shop in a real Chromium: what its pages send to Meta, by which way, and that people can use it. */
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type DemoShop, startDemoShop } from '../../electron/demo/demo-shop.ts';
import { readBrowserCall } from '../../shared/meta/pixel-call.ts';
import type { DecodedBrowserEvent } from '../../shared/model/event.ts';
import { launchTestBrowser } from '../support/browser.ts';
import { browserCall } from '../support/browser-call.ts';
import { eventually } from '../support/eventually.ts';
import { type GraphReceiver, startGraphReceiver } from '../support/graph-receiver.ts';
import { violationsOf } from '../support/violations.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchTestBrowser();
});
afterAll(() => browser.close());

type Scene = {
  shop: DemoShop;
  page: Page;
  receiver: GraphReceiver;
  sent: DecodedBrowserEvent[];
};

function decode(request: Request): DecodedBrowserEvent[] {
  const contentType = request.headers()['content-type'] ?? null;
  const body = request.postDataBuffer()?.toString('utf8') ?? null;
  const reading = readBrowserCall(browserCall({ method: request.method(), url: request.url(), contentType, body }));
  return reading.what === 'events' ? reading.events : [];
}

/** A shop whose server posts to a local receiver, and a page whose calls to Meta are answered here. */
async function openShop(...faults: string[]): Promise<Scene> {
  const receiver = await startGraphReceiver();
  const shop = await startDemoShop({ capi: { graphUrl: receiver.url }, logFile: null, seed: 11 });
  const context = await browser.newContext();
  onTestFinished(async () => {
    await context.close();
    await shop.close();
  });
  const sent: DecodedBrowserEvent[] = [];
  await context.route('https://www.facebook.com/**', (route) => {
    sent.push(...decode(route.request()));
    return route.fulfill({ status: 200, contentType: 'image/gif', body: '' });
  });
  await fetch(new URL('/faults', shop.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on: faults }),
  });
  return { shop, page: await context.newPage(), receiver, sent };
}

async function order(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Brandt');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@mail.example');
  await page.getByRole('textbox', { name: 'Phone' }).fill('+49 40 5550 1832');
  await page.getByRole('button', { name: 'Place the order' }).click();
  await page.getByText('HT-1001', { exact: true }).waitFor();
}

const waysOf = (sent: DecodedBrowserEvent[]) =>
  sent.map(({ eventName, transport, role }) => `${eventName} ${transport}${role === 'event' ? '' : ` ${role}`}`);

it('sends a whole purchase in the forms of the recordings, and a twin of each event from the server', async () => {
  const { shop, page, receiver, sent } = await openShop();
  await page.goto(`${shop.url}product/T-104?fbclid=IwAR1`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'Check out' }).click();
  await order(page);
  await page.getByLabel('A letter with each harvest').fill('ada@mail.example');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await eventually(() => waysOf(sent).includes('Lead fetch'), { withinMs: 10_000 });
  await eventually(() => receiver.events.length === 8, { withinMs: 10_000 });

  expect(waysOf(sent).sort()).toEqual([
    'AddToCart image',
    'InitiateCheckout image',
    'Lead fetch',
    'Lead image copy',
    'PageView image',
    'PageView image',
    'PageView image',
    'PageView image copy',
    'Purchase form',
    'Purchase image copy',
    'SubscribedButtonClick beacon automatic',
    'SubscribedButtonClick beacon automatic',
    'SubscribedButtonClick beacon automatic',
    'SubscribedButtonClick image copy',
    'ViewContent image',
  ]);
  const told = sent.filter(({ role }) => role === 'event');
  const keyOf = (name: string, id: string | null | undefined) => `${name} ${id}`;
  expect(told.map(({ eventName, eventId }) => keyOf(eventName, eventId)).sort()).toEqual(
    receiver.events.map(({ event_name, event_id }) => keyOf(event_name, event_id)).sort(),
  );
  expect(told.flatMap(({ damage }) => damage)).toEqual([]);
});

it('hashes in the page what its server hashes, and passes the same cookies', async () => {
  const { shop, page, receiver, sent } = await openShop();
  await page.goto(`${shop.url}product/T-101?fbclid=IwAR1`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'Check out' }).click();
  await order(page);
  const pixel = await eventually(() => sent.find((one) => one.transport === 'form'), { withinMs: 10_000 });
  const twin = await eventually(() => receiver.events.find(({ event_id }) => event_id === 'HT-1001'), {
    withinMs: 10_000,
  });
  const { em, ph, fn, ln, ct, country, external_id, fbp, fbc } = twin.user_data;
  expect(pixel.userData).toEqual({ em, ph, fn, ln, ct, country, external_id });
  expect([pixel.fbp, pixel.fbc]).toEqual([fbp, fbc]);
  const { value, num_items, ...others } = twin.custom_data;
  expect(pixel.customData).toEqual({ ...others, value: String(value), num_items: String(num_items) });
});

it('loses product-page calls to the page’s own policy with delivery.blocked', async () => {
  const { shop, page, sent } = await openShop('delivery.blocked');
  const blocked: string[] = [];
  page.on('requestfailed', (request) =>
    blocked.push(`${new URL(request.url()).searchParams.get('ev')} ${request.failure()?.errorText}`),
  );
  await page.goto(`${shop.url}product/T-101`);
  await eventually(() => blocked.length === 2, { withinMs: 10_000 });
  expect(blocked).toEqual(['PageView csp', 'ViewContent csp']);
  expect(sent).toEqual([]);
});

it('cuts the call off by leaving with delivery.aborted', async () => {
  const { shop, page } = await openShop('delivery.aborted');
  const failures: string[] = [];
  page.on('requestfailed', (request) => {
    if (request.url().includes('ev=AddToCart')) failures.push(request.failure()?.errorText ?? '');
  });
  await page.goto(`${shop.url}product/T-101`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.waitForURL('**/checkout');
  await eventually(() => failures.length > 0, { withinMs: 10_000 });
  expect(failures).toEqual(['net::ERR_ABORTED']);
});

it('gets an error answer from its own endpoint with delivery.failed', async () => {
  const { shop, page, sent } = await openShop('delivery.failed');
  const answered = page.waitForResponse((response) => response.url().startsWith(`${shop.url}tr/?id=`));
  await page.goto(shop.url);
  const answer = await answered;
  expect(answer.status()).toBe(502);
  expect(decode(answer.request())).toMatchObject([{ eventName: 'PageView' }]);
  expect(sent).toEqual([]);
});

it('switches faults in its drawer by keyboard alone, at once and for the whole shop', async () => {
  const { shop, page } = await openShop();
  await page.goto(shop.url);
  await page.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByText('1 on').waitFor();
  const { faults } = await (await fetch(new URL('/faults', shop.url))).json();
  expect(faults.filter((fault: { isOn: boolean }) => fault.isOn)).toMatchObject([{ id: 'id.missing-browser' }]);
  await page.keyboard.press('Escape');
  expect(await page.getByText('Break this shop').isVisible()).toBe(false);
  expect(await page.locator('summary').evaluate((summary) => summary === document.activeElement)).toBe(true);
});

it('sells by keyboard alone', async () => {
  const { shop, page } = await openShop();
  await page.goto(`${shop.url}product/T-106`);
  await page.getByRole('button', { name: 'Add to cart' }).press('Enter');
  await page.getByRole('link', { name: 'Check out' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).focus();
  for (const text of ['Ada Brandt', 'ada@mail.example', '+49 1']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByText('HT-1001', { exact: true }).waitFor();
});

it('has no barrier that axe finds on any page, in light and in dark colours', async () => {
  const { shop, page } = await openShop();
  const problems: string[] = [];
  const check = async () => {
    problems.push(...(await violationsOf(page)).map((violation) => `${page.url()} ${violation}`));
  };
  await page.goto(shop.url);
  await page.locator('summary').click();
  await check();
  await page.goto(`${shop.url}product/T-101`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'Check out' }).waitFor();
  await check();
  await page.goto(`${shop.url}cart`);
  await check();
  await page.goto(`${shop.url}checkout`);
  await check();
  await order(page);
  await check();
  expect(problems).toEqual([]);
});
