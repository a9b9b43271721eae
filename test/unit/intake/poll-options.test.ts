/** What a command line says about polling, and what is refused. */
import { expect, test } from 'vitest';
import { readPollAddress } from '../../../electron/core/intake/poll/poll-address.ts';
import { readPollHeaders } from '../../../electron/core/intake/poll/poll-headers.ts';

const since = Date.UTC(2025, 11, 16, 9);

test.each([
  ['https://a.test/l?cursor={cursor}', null, 'https://a.test/l'],
  ['https://a.test/l?cursor={cursor}&n=5', null, 'https://a.test/l?n=5'],
  ['https://a.test/l?n=5&cursor={cursor}', null, 'https://a.test/l?n=5'],
  ['https://a.test/l?n=5&cursor={cursor}', 'a b=', 'https://a.test/l?n=5&cursor=a%20b%3D'],
  ['https://a.test/l/{cursor}', 'x', 'https://a.test/l/x'],
  [
    'https://a.test/l?a={since}&b={since_s}&c={since_ms}',
    null,
    'https://a.test/l?a=2025-12-16T09%3A00%3A00.000Z&b=1765875600&c=1765875600000',
  ],
])('%s with the cursor %s asks %s', (template, cursor, expected) => {
  expect(readPollAddress(template).fill({ since, cursor })).toBe(expected);
});

test('of an address only host and path are shown', () => {
  expect(readPollAddress('https://a.test/l?key=Zq7canary').name).toBe('https://a.test/l');
});

test.each([
  ['shop.example/log', 'takes a web address'],
  ['file:///etc/passwd', 'takes a web address'],
  ['https://user:secret@a.test/', 'Give the password in a header'],
])('%s is refused', (url, why) => {
  expect(() => readPollAddress(url)).toThrow(why);
});

test.each([
  [['Authorization'], '--poll-header takes a name and a value'],
  [['Authorization:'], '--poll-header takes a name and a value'],
  [['Bad Name: x'], '--poll-header takes a name and a value'],
  [['Authorization: env:MISSING'], 'the environment variable MISSING is not set'],
  [['Authorization: env:LINES'], 'LINES holds a line end'],
])('the headers %j are refused without their values', (given, why) => {
  const env = { LINES: 'Zq7canary\nX: y' };
  expect(() => readPollHeaders(given, env)).toThrow(why);
  expect(() => readPollHeaders(given, env)).not.toThrow('Zq7canary');
});

test('a header may be written out, or take its value from the environment in whole or in part', () => {
  expect(readPollHeaders(['A: b', 'C: env:X', 'D: Basic env:X'], { X: 'y' })).toEqual({ a: 'b', c: 'y', d: 'Basic y' });
});
