/** The colours of renderer/theme.css: docs/design.md states their contrasts, and the signs, pictures of their own, have them too. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { verdictTone } from '../../renderer/ui/verdict-sign.tsx';
import { verdicts } from '../../shared/view/verdict-words.ts';

const theme = readFileSync('renderer/theme.css', 'utf8');
const design = readFileSync('docs/design.md', 'utf8');
const rows = [...design.matchAll(/^\| ([\w-]+) on ([\w-]+) \| ([\d.]+) \| ([\d.]+) \|$/gm)];

test('the design page lists its contrasts', () => {
  expect(rows.length).toBeGreaterThan(15);
});

test.each(rows.map((row) => row.slice(1)))(
  '%s on %s has the contrast that is stated',
  (ink = '', ground = '', ...stated) => {
    const least = ink.endsWith('-mark') || ink.endsWith('-line') ? 3 : 4.5;
    const measured = stated.map((_, scheme) => contrast(colour(ink, scheme), colour(ground, scheme)));
    expect(measured.map((ratio) => ratio.toFixed(2))).toEqual(stated);
    expect(Math.min(...measured)).toBeGreaterThanOrEqual(least);
  },
);

test.each(verdicts)('the sign of %s has the colours of its tone, in light and in dark', (verdict) => {
  const [light = '', dark = ''] = readFileSync(`renderer/ui/signs/${verdict}.svg`, 'utf8').split('@media');
  for (const [scheme, part] of [light, dark].entries()) {
    const used = new Set(part.match(/#[0-9a-f]{6}/g));
    const mark = colour(`${verdictTone[verdict]}-mark`, scheme);
    expect([...used]).toEqual(part.includes('.on-filled') ? [mark, colour('surface', scheme)] : [mark]);
  }
});

/** `scheme`: 0 light, 1 dark. */
function colour(name: string, scheme: number): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(theme);
  const value = found?.[scheme + 1];
  if (value === undefined) throw new Error(`renderer/theme.css has no colour --${name}.`);
  return value;
}

/** WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: string, other: string): number {
  const [lighter = 1, darker = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    linear(Number.parseInt(hex.slice(start, start + 2), 16)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(byte: number): number {
  const share = byte / 255;
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
