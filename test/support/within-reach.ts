/** What a person cannot get at in a page: parts beyond an edge that nothing scrolls to. And what moves by itself. */
import type { Page } from 'playwright-core';

type Part = { name: string; left: number; top: number; right: number; bottom: number; isMet: boolean };

const controls = 'button, input, select, textarea, summary, [role="tab"], [role="option"], h1, h2, h3';

/**
 * One line for each control or heading that cannot be brought into the window whole, as wide as it is, and one if the
 * page itself scrolls sideways. A part is brought there as the focus does it: by scrolling what holds it.
 */
export async function cutOff(page: Page): Promise<string[]> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const told = (await partsOf(page)).flatMap(({ name, left, top, right, bottom, isMet }) => {
    const place = `${name} at ${[left, top, right, bottom].map(Math.round)}`;
    if (left < -1 || right > width + 1) return [`${place} ends beside the window`];
    if (top < -1 || (bottom > height + 1 && bottom - top < height)) return [`${place} ends above or under the window`];
    return isMet ? [] : [`${place} is covered or clipped`];
  });
  return wide > width ? [`The page is ${wide} px wide in a window of ${width}.`, ...told] : told;
}

/** Those in sight; behind a dialog nothing counts. */
async function partsOf(page: Page): Promise<Part[]> {
  const dialog = page.getByRole('dialog');
  const within = (await dialog.count()) > 0 ? dialog : page.locator('body');
  return within.locator(controls).evaluateAll((all) =>
    (all as HTMLElement[]).flatMap((part) => {
      const isThere = part.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      if (!isThere || part.closest('.visually-hidden, [aria-hidden="true"], [inert]') !== null) return [];
      part.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, top, right, bottom, width, height } = part.getBoundingClientRect();
      if (width <= 1 || height <= 1) return [];
      const met = document.elementFromPoint((left + right) / 2, (top + Math.min(bottom, innerHeight)) / 2);
      const isMet = part.contains(met) || part.closest('label')?.contains(met) === true;
      const text = part.innerText || part.ariaLabel || part.title || part.id;
      return [{ name: `${part.tagName} “${text.slice(0, 40)}”`, left, top, right, bottom, isMet }];
    }),
  );
}

/** One line for each animation or transition that runs. */
export function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && Number(effect?.getComputedTiming().duration) > 1)
      .map(({ effect }) => `${(effect as KeyframeEffect | null)?.target?.className} moves`),
  );
}
