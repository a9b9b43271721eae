/** What identifies a visitor is masked, in time that grows with the text alone. */
import { expect, it } from 'vitest';
import { visitorMask } from '../../../shared/report/mask.ts';

it.each([
  ['https://shop.example/?email=a.b%40shop.example&x=1', 'https://shop.example/?email=…&x=1'],
  ['https://shop.example/a.b@shop.example', 'https://shop.example/…@…'],
  ['https://shop.example/?u=a.b%40shop.example', 'https://shop.example/?u=…@…'],
  ['https://shop.example/?fbclid=IwAR0', 'https://shop.example/?fbclid=…'],
])('%s', (url, masked) => {
  expect(visitorMask.url(url)).toBe(masked);
});

/** With a pattern that looks back over and over these take hours; the limit of the test is a few seconds. */
it.each(['x', 'a@', '%40', 'a@b', '?mail', '?a&', 'fb.1.2345.'])(
  'a megabyte of %j is masked at once',
  (piece) => {
    expect(visitorMask.url(piece.repeat(1_000_000 / piece.length))?.length).toBeGreaterThan(0);
  },
  10_000,
);
