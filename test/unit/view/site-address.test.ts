/** What a person may type as the address of a shop. */
import { expect, test } from 'vitest';
import { hostProblem, readList, readSiteAddress } from '../../../renderer/start/site-address.ts';

test.each([
  ['shop.example', 'https://shop.example/'],
  ['  https://shop.example/a?b=1 ', 'https://shop.example/a?b=1'],
  ['localhost:3000', 'http://localhost:3000/'],
  ['http://localhost:3000', 'http://localhost:3000/'],
  ['http://[::1]:80/', 'http://[::1]/'],
  ['127.0.0.1:8080/cart', 'http://127.0.0.1:8080/cart'],
])('%s is read as %s', (typed, url) => {
  expect(readSiteAddress(typed)).toEqual({ url });
});

test('nothing typed means an empty page', () => {
  expect(readSiteAddress('  ')).toEqual({ url: null });
});

test.each([['my shop'], ['http://'], ['file:///etc/passwd'], ['shop']])('%s is refused in words', (typed) => {
  expect(readSiteAddress(typed)).toHaveProperty('problem');
});

test('lists take commas and lines, and a host is a host name alone', () => {
  expect(readList('a.example,\n b.example ,')).toEqual(['a.example', 'b.example']);
  expect(hostProblem(['a.example', '*.b.example'])).toBeNull();
  expect(hostProblem(['https://a.example/x'])).toContain('not a host name');
});
