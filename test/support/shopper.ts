/** A person who buys something in the demo shop with a browser that goes through a session's proxy. */
import { readFileSync } from 'node:fs';
import { generateSPKIFingerprint } from 'mockttp';
import type { Browser, Page } from 'playwright-core';
import { launchTestBrowser } from './browser.ts';

export type Way = { proxy: string; certificate: string };

/** Trusts the session's authority by its fingerprint, as the browser that the app starts does. */
export async function launchShopper({ proxy, certificate }: Way): Promise<Browser> {
  const spki = await generateSPKIFingerprint(readFileSync(certificate, 'utf8'));
  return launchTestBrowser({
    args: [
      `--proxy-server=${proxy}`,
      '--proxy-bypass-list=<-loopback>',
      `--ignore-certificate-errors-spki-list=${spki}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

export async function openShopPage(browser: Browser, url: string): Promise<Page> {
  const version = browser.version().split('.')[0];
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
  const page = await browser.newPage({ userAgent });
  await page.goto(url);
  return page;
}

export async function switchFaults(shop: string, ...on: string[]): Promise<void> {
  const answer = await fetch(new URL('/faults', shop), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on }),
  });
  if (!answer.ok) throw new Error(`The shop does not take the faults: ${answer.status}`);
}

/** From the list of products to the thank-you page. */
export async function buy(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link').first().click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'Check out' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Brandt');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@mail.example');
  await page.getByRole('textbox', { name: 'Phone' }).fill('+49 40 5550 1832');
  await page.getByRole('button', { name: 'Place the order' }).click();
  await page.waitForURL(/thank/);
}
