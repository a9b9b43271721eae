/** Who may talk to the loopback host. */
import { expect, it } from 'vitest';
import { isSameToken, judgeFileRequest, judgeUpgrade, newToken } from '../../../electron/core/serve/host-guard.ts';

const options = { port: 4000, devOrigins: [] };
const page = { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000' };

it('a token has 256 bits, needs no escaping in a URL and is never given twice', () => {
  const [first, second] = [newToken(), newToken()];
  expect(Buffer.from(first, 'base64url')).toHaveLength(32);
  expect(first).toMatch(/^[\w-]+$/);
  expect(first).not.toBe(second);
});

it.each([
  ['', 'abc'],
  ['abd', 'abc'],
  ['abcd', 'abc'],
  ['ABC', 'abc'],
  ['äbc', 'abc'],
])('%j is not the token %j', (given, token) => {
  expect(isSameToken(given, token)).toBe(false);
});

it('the token itself is the token', () => {
  expect(isSameToken('abc', 'abc')).toBe(true);
});

it.each(['127.0.0.1:4000', 'localhost:4000'])('files are given under the address %s', (host) => {
  expect(judgeFileRequest({ method: 'GET', url: '/', headers: { host } }, 4000)).toEqual({ status: 200 });
});

it.each([
  undefined,
  '',
  '127.0.0.1',
  '127.0.0.1:4001',
  'evil.example:4000',
  'localhost.evil.example:4000',
  '[::1]:4000',
  '127.1:4000',
])('files are refused under the address %j', (host) => {
  expect(judgeFileRequest({ method: 'GET', url: '/', headers: { host } }, 4000)).toMatchObject({ status: 403 });
});

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', undefined])('the method %s is refused', (method) => {
  const { host } = page;
  expect(judgeFileRequest({ method, url: '/', headers: { host } }, 4000)).toMatchObject({ status: 405 });
});

it.each(['cross-site', 'same-site'])('a %s page gets no script of ours, but a link to us works', (site) => {
  const headers = { host: page.host, 'sec-fetch-site': site };
  const judge = (mode: string) =>
    judgeFileRequest({ method: 'GET', url: '/', headers: { ...headers, 'sec-fetch-mode': mode } }, 4000);
  expect(judge('no-cors')).toMatchObject({ status: 403 });
  expect(judge('cors')).toMatchObject({ status: 403 });
  expect(judge('navigate')).toEqual({ status: 200 });
});

it.each([page, { host: 'localhost:4000', origin: 'http://localhost:4000' }])(
  'our own page may open a socket: %j',
  (headers) => {
    expect(judgeUpgrade({ method: 'GET', url: '/guest', headers }, options)).toEqual({ status: 200 });
  },
);

it.each([
  { host: page.host },
  { ...page, origin: 'null' },
  { ...page, origin: 'https://127.0.0.1:4000' },
  { ...page, origin: 'http://127.0.0.1:4001' },
  { ...page, origin: 'http://127.0.0.1:4000.evil.example' },
  { ...page, origin: 'http://evil.example' },
  { ...page, host: 'evil.example:4000' },
  { host: 'evil.example:4000', origin: 'http://evil.example:4000' },
])('a socket is refused to %j', (headers) => {
  expect(judgeUpgrade({ method: 'GET', url: '/guest', headers }, options)).toMatchObject({ status: 403 });
});

it('a development origin is let in only where it is named', () => {
  const head = { method: 'GET', url: '/guest', headers: { ...page, origin: 'http://localhost:5173' } };
  expect(judgeUpgrade(head, options)).toMatchObject({ status: 403 });
  expect(judgeUpgrade(head, { ...options, devOrigins: ['http://localhost:5173'] })).toEqual({ status: 200 });
});

it.each(['/', '/guest/', '/guest?token=x', '/other'])('no socket opens at %s', (url) => {
  expect(judgeUpgrade({ method: 'GET', url, headers: page }, options)).toMatchObject({ status: 404 });
});
