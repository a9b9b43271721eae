import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { openRoute } from '../../../electron/core/capture/upstream-route.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

afterEach(() => vi.unstubAllEnvs());

test('a named proxy leads everywhere but to loopback and to what NO_PROXY names, below it and by port', async () => {
  const NO_PROXY = 'intern.example, .corp.example,10.0.0.7, api.example:8443';
  const { proxyFor, label } = await openRoute('http://proxy.example:3128', { NO_PROXY });
  expect(label).toBe('proxy.example:3128');
  const isDirect = async (host: string, port = 443) => (await proxyFor(host, port)) === null;
  const cases = {
    'www.facebook.com': false,
    'intern.example': true,
    'a.intern.example': true,
    'notintern.example': false,
    'x.corp.example': true,
    '10.0.0.7': true,
    localhost: true,
    'shop.localhost': true,
    '127.0.0.1': true,
    '::1': true,
    'api.example': false,
  };
  for (const [host, expected] of Object.entries(cases)) expect([host, await isDirect(host)]).toEqual([host, expected]);
  expect(await isDirect('api.example', 8443)).toBe(true);
  const everything = await openRoute('http://proxy.example:3128', { NO_PROXY: '*' });
  expect(await everything.proxyFor('shop.example', 443)).toBeNull();
});

test('user and password come from the environment alone, and stand in no label', async () => {
  const environment = { TWINLANE_PROXY_AUTH: 'ann:pass:word@1' };
  const { proxyFor, label } = await openRoute('http://proxy.example:3128', environment);
  expect(await proxyFor('shop.example', 443)).toBe('http://ann:pass%3Aword%401@proxy.example:3128/');
  expect(label).not.toContain('ann');
  const refused = openRoute('http://ann:secret@proxy.example:3128', {});
  await expect(refused).rejects.toThrow(/TWINLANE_PROXY_AUTH/);
  await expect(refused).rejects.not.toThrow(/secret/);
  await expect(openRoute('ftp://ann:secret@proxy.example', {})).rejects.not.toThrow(/secret/);
});

test.each(['proxy.example:3128', 'ftp://proxy.example', 'nonsense', 'pac+ftp://x/y'])(
  '“%s” is refused as a proxy',
  async (given) => {
    await expect(openRoute(given, {})).rejects.toMatchObject({ code: 'bad-input' });
  },
);

test('without a name the variables of the environment hold, as they do for other programs', async () => {
  vi.stubEnv('HTTPS_PROXY', 'http://ann:secret@proxy.example:8080');
  vi.stubEnv('NO_PROXY', 'intern.example');
  const { proxyFor, label } = await openRoute(null);
  expect(label).toBe('proxy.example:8080');
  expect(await proxyFor('shop.example', 443)).toBe('http://ann:secret@proxy.example:8080');
  expect(await proxyFor('intern.example', 443)).toBeNull();
  expect(await proxyFor('localhost', 3000)).toBeNull();
  expect((await openRoute(null, {})).label).toBeNull();
});

test('a PAC file decides by host, by its first way, and one that is none is refused by name', async () => {
  const folder = temporaryFolder();
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return `pac+${pathToFileURL(join(folder, name)).href}`;
  };
  const good = file(
    'proxy.pac',
    `function FindProxyForURL(url, host) {
      if (dnsDomainIs(host, '.corp.example')) return 'DIRECT';
      if (url.indexOf('https:') === 0) return 'PROXY one.example:3128; DIRECT';
      return 'SOCKS5 two.example:1080';
    }`,
  );
  const { proxyFor, label } = await openRoute(good, {});
  expect(label).toContain('(PAC)');
  expect(await proxyFor('a.corp.example', 443)).toBeNull();
  expect(await proxyFor('shop.example', 443)).toBe('http://one.example:3128');
  expect(await proxyFor('shop.example', 80)).toBe('socks5://two.example:1080');
  await expect(openRoute(file('bad.pac', 'this is no script'), {})).rejects.toMatchObject({ code: 'bad-input' });
  await expect(openRoute(`pac+${pathToFileURL(join(folder, 'none.pac')).href}`, {})).rejects.toThrow(/cannot be used/);
});
