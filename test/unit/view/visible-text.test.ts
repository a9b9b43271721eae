/** Hostile text cannot act in the window: what is unseen is shown, what is long is cut between characters. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, visibleText } from '../../../shared/view/visible-text.ts';

test.each([
  ['a\u202Egnp.exe', 'a⟨U+202E⟩gnp.exe'],
  ['\u0000\u001b[31m', '⟨U+0000⟩⟨U+001B⟩[31m'],
  ['zero\u200Bwidth\uFEFF', 'zero⟨U+200B⟩width⟨U+FEFF⟩'],
  ['half \ud83d pair', 'half ⟨U+D83D⟩ pair'],
  ['line\nfeed\tand tab', 'line\nfeed\tand tab'],
  ['größe 日本 😀 <b>', 'größe 日本 😀 <b>'],
])('%j is shown as %j', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

test('a text is cut to the limit, whole characters only, and the rest is counted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (text, limit) => {
      const { shown, rest } = cutText(text, limit);
      expect(shown.length + rest).toBe(text.length);
      expect(text.startsWith(shown)).toBe(true);
      expect(shown.length).toBeLessThanOrEqual(limit);
      expect(shown.isWellFormed()).toBe(text.isWellFormed() || shown.isWellFormed());
    }),
  );
});
