/** axe-core over a page, or over one part of it, in both themes: what it finds, one line each. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const bothThemes = ['dark', 'light'] as const;

/** `part`: a CSS selector. The page is left in light colours. */
export async function violationsOf(
  page: Page,
  part?: string,
  themes: readonly ('dark' | 'light')[] = bothThemes,
): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    // The pages hold no frames: axe need not open a page of its own to gather what it found in them.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${colorScheme}: ${id}: ${target} ${failureSummary}`),
    );
    found.push(...told);
  }
  return found;
}
