/** The main views look as their reference pictures, and a part that moved or went away is noticed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPictured, pictured, pictureOf, picturesOf } from '../support/picture-scenes.ts';
import { differenceFrom, differenceOf, hasReferences, referenceFolder } from '../support/reference-pictures.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';

let host: ViewHost;
let folder: string;
beforeAll(async () => {
  host = await startViewHost();
  const page = await openPictured(host);
  folder = await referenceFolder(page);
  await host.release(page);
  if (!hasReferences(folder)) {
    console.log(`The views are not compared: no ${folder}. To take them: npm run pictures -- --references`);
  }
});
afterAll(() => host.close());

test.for(Object.keys(pictured))(
  'the view %s looks as its references in both sizes and themes',
  async (view, { skip }) => {
    skip(!hasReferences(folder), `no ${folder}`);
    const taken = await picturesOf(host, view);
    const told = [...taken].flatMap(([name, picture]) => differenceFrom(folder, name, picture) ?? []);
    expect(told).toEqual([]);
  },
);

const harms = {
  'a chip that moved by two pixels': (part: HTMLElement) => part.style.setProperty('translate', '2px'),
  'a chip that is gone': (part: HTMLElement) => part.style.setProperty('visibility', 'hidden'),
  'a chip in another colour': (part: HTMLElement) => part.style.setProperty('background', 'var(--bad-soft)'),
};

test.each(Object.entries(harms))('%s is told as a difference, and nothing is told without it', async (_name, harm) => {
  const page = await openPictured(host);
  const before = await pictureOf(page);
  expect(differenceOf('unharmed', before, await pictureOf(page))).toBeNull();
  await page.locator('.chip').first().evaluate(harm);
  expect(differenceOf('harmed', before, await pictureOf(page))).toMatch(/differs/);
  await host.release(page);
});
