/** What a suffix is, and what only looks like one. */
import { expect, test } from 'vitest';
import { readFbc, readFbp, readSuffix, stripSuffix } from '../../../shared/meta/cookies.ts';

const hash = 'a'.repeat(64);

test('a suffix comes off hashes, addresses and URLs', () => {
  expect(stripSuffix(`${hash}.AQQCAQMC`)).toBe(hash);
  expect(stripSuffix('203.0.113.7.AQQAAQAA')).toBe('203.0.113.7');
  expect(stripSuffix('https://shop.example/thanks.Bg')).toBe('https://shop.example/thanks');
});

test('the click id itself is never taken for a suffix', () => {
  expect(stripSuffix('fb.1.1596403881668.AQYCAQMA')).toBe('fb.1.1596403881668.AQYCAQMA');
  expect(stripSuffix('fb.1.1596403881668.BA')).toBe('fb.1.1596403881668.BA');
});

test.each(['203.0.113.7', 'shop.example', 'https://shop.example/index.html', 'name.fileName', '', '.', hash])(
  '%s has no suffix and stays as it is',
  (value) => expect(stripSuffix(value)).toBe(value),
);

test.each([
  ['AgYCAQMA', 'another format byte'],
  ['AQcCAQMA', 'a seventh language'],
  ['AQAAAQAA', 'no language'],
  ['AQYEAQMA', 'an unknown change'],
  ['AB', 'an unknown pair'],
  ['AQYCAQM', 'seven characters'],
  ['AQYCAQM=', 'padding'],
])('%s is no suffix: %s', (token) => expect(readSuffix(token)).toBeNull());

test.each([
  ['fb.1.1596403881668.1116446470a', 'its random part is not a number'],
  ['fb.x.1596403881668.1116446470', 'its domain depth is not a number'],
  ['fb.1.now.1116446470', 'its creation time is not a number'],
  ['fb.1.1596403881668.', 'its last part is missing'],
  ['fb.1.1596403881668.1.AQ.AQ', 'it has too many parts'],
  ['fb.1.1596403881668.1.zz', 'its fifth part is not a Parameter Builder suffix'],
  ['fbp', 'it does not start with "fb."'],
])('%s is refused with the reason: %s', (value, reason) => {
  expect(readFbp(value)).toEqual({ isValid: false, reason });
});

test('a click id may hold any character but a dot', () => {
  expect(readFbc('fb.2.1596403881668.IwAR_x-y__DOT__z')).toMatchObject({ isValid: true, payload: 'IwAR_x-y__DOT__z' });
});
