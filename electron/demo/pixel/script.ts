/**
 * The text of /pixel.js: the closed functions of this folder, put together for the page. Written for this shop;
 * nothing in it is Meta's. A closed function uses nothing outside its body, so its own source text can be served,
 * from the TypeScript files under Node as well as from the built bundle.
 */
import { pixelButtonClicks } from './automatic.ts';
import { pixelCookies } from './cookies.ts';
import { customerHasher } from './customer.ts';
import { pixelEncoder } from './encode.ts';
import type { PageWindow } from './page-window.ts';
import { pixelQueue } from './queue.ts';
import { pixelTransports } from './transports.ts';

type Sha256 = (text: string) => Promise<string>;

function pageSha256(page: PageWindow): Sha256 {
  return async (text) => {
    const digest = await page.crypto.subtle.digest('SHA-256', new page.TextEncoder().encode(text));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}

export function pixelScript(): string {
  return `/* Stand-in for Meta's Pixel script, for the demo shop only. */
(() => {
  const sha256 = (${pageSha256})(window);
  const queue = (${pixelQueue})(window, {
    encoder: (${pixelEncoder})(),
    cookies: (${pixelCookies})(),
    customers: (${customerHasher})(sha256),
    transports: (${pixelTransports})(window),
  });
  (${pixelButtonClicks})(window, queue);
})();
`;
}

/** The snippet that shops paste into their pages: it queues calls until the script is there. */
export const pixelSnippet = 'window.fbq = (...args) => window.fbq.queue.push(args); window.fbq.queue = [];';

/** Runs the same parts on a page that Node plays (the sample's recording, tests). */
export function runPixel(page: PageWindow, sha256: Sha256 = pageSha256(page)) {
  const parts = {
    encoder: pixelEncoder(),
    cookies: pixelCookies(),
    customers: customerHasher(sha256),
    transports: pixelTransports(page),
  };
  const queue = pixelQueue(page, parts);
  pixelButtonClicks(page, queue);
  return queue;
}
