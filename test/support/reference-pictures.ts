/**
 * The reference pictures of the main views. Text is drawn otherwise by another system, browser or set of fonts, so each
 * such setting has a folder of its own under test/pictures, and a machine compares with its own or not at all.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

const root = resolve(import.meta.dirname, '../..');

/** Where this machine's references are or would be: `linux-chromium-156-3f2a9c01`. */
export async function referenceFolder(page: Page): Promise<string> {
  const major = page.context().browser()?.version().split('.')[0];
  const widths = await page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    const { fontFamily } = getComputedStyle(document.body);
    return [fontFamily, 'monospace'].map((family) => {
      if (pen === null) return 0;
      pen.font = `100px ${family}`;
      return pen.measureText('Purchase counted twice: 49.90 EUR → Meta…').width;
    });
  });
  const fonts = createHash('sha256').update(widths.join()).digest('hex').slice(0, 8);
  return join(root, 'test/pictures', `${process.platform}-chromium-${major}-${fonts}`);
}

export function hasReferences(folder: string): boolean {
  return existsSync(folder);
}

/** Five bits a channel: half the bytes, and a smaller change than the comparison tells. */
export function saveReference(folder: string, name: string, picture: Buffer): void {
  const kept = PNG.sync.read(picture);
  for (const [index, value] of kept.data.entries()) kept.data[index] = value & 0xf8;
  mkdirSync(folder, { recursive: true });
  const packed = PNG.sync.write(kept, { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 });
  writeFileSync(join(folder, `${name}.png`), packed);
}

/** Pixels of a square of 32×32 that may differ: less than any letter or icon that is moved, gone or new. */
const mostInOnePlace = 16;
const placePx = 32;

/** Of two colours (0 to 1), as pixelmatch counts it: above what five bits a channel lose, below a soft ground. */
const threshold = 0.05;

/** What differs from the reference, in a sentence; null where nothing that a person would see does. */
export function differenceFrom(folder: string, name: string, picture: Buffer): string | null {
  const file = join(folder, `${name}.png`);
  if (!existsSync(file)) return `${name} has no reference. Take it: npm run pictures -- --references`;
  return differenceOf(name, readFileSync(file), picture);
}

/** The same for two pictures at hand. A picture of the difference is left in test-results/pictures. */
export function differenceOf(name: string, before: Buffer, now: Buffer): string | null {
  const [expected, seen] = [PNG.sync.read(before), PNG.sync.read(now)];
  const { width, height } = expected;
  if (seen.width !== width || seen.height !== height) return `${name} is ${seen.width}×${seen.height} px.`;
  const most = pixelmatch(expected.data, seen.data, null, width, height, { threshold, windowSize: placePx });
  if (most <= mostInOnePlace) return null;
  const folder = join(root, 'test-results/pictures');
  const marked = new PNG({ width, height });
  pixelmatch(expected.data, seen.data, marked.data, width, height, { threshold });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), now);
  writeFileSync(join(folder, `${name}-difference.png`), PNG.sync.write(marked));
  return `${name} differs in ${most} px of one place: see ${join('test-results/pictures', `${name}-difference.png`)}`;
}
