/** Types filters into the search field of a window, and tells how long each key took to show its result. */
import type { Page } from 'playwright-core';

const texts = [
  'purchase order-1000',
  'event:Purchase channel:server paired:no missing:em',
  'gap>5s url:*thanks* has:fbp',
];

/** ms from each key to the painted frame that has its result. The field is empty again after it. */
export async function typedIntoSearch(page: Page): Promise<number[]> {
  const field = page.getByLabel('Search pairs');
  const keys: number[] = [];
  for (const text of texts) {
    await field.focus();
    await page.evaluate(idle);
    for (const key of text) {
      const watching = await page.evaluateHandle(watchForKey);
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      keys.push(await watching.evaluate(({ shown }) => shown));
      await watching.dispose();
    }
    await field.fill('');
  }
  return keys;
}

/** Runs in the page: what the field makes ready when it is entered is done. */
function idle(): Promise<void> {
  return new Promise((resolve) => setTimeout(() => requestIdleCallback(() => resolve()), 600));
}

/** Runs in the page: the filter is at work in the render of its key, so that the next frame shows its result. */
function watchForKey(): { shown: Promise<number> } {
  const shown = new Promise<number>((resolve) => {
    const onKey = ({ timeStamp }: Event) => {
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
    };
    window.addEventListener('keydown', onKey, { once: true, capture: true });
  });
  return { shown };
}
