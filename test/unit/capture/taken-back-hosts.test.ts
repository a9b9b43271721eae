/** A trusted host that is taken back is checked again, and what is always trusted stays so. */
import { expect, test } from 'vitest';
import { createTrustedHosts } from '../../../electron/core/capture/trusted-hosts.ts';

test('certificates of a host that is taken back are checked again, and its refusal is told again', () => {
  const refused: string[] = [];
  const hosts = createTrustedHosts({ onRefused: (host) => refused.push(host) });
  hosts.refused('shop.test', 'net::ERR_CERT_AUTHORITY_INVALID');
  hosts.trust('shop.test');
  expect(hosts.exceptions).toContain('shop.test');
  expect(hosts.distrust('https://Shop.test/')).toBe(true);
  expect(hosts.isTrusted('shop.test')).toBe(false);
  expect(hosts.exceptions).not.toContain('shop.test');
  expect(hosts.named()).toEqual([]);
  hosts.refused('shop.test', 'net::ERR_CERT_AUTHORITY_INVALID');
  expect(refused).toEqual(['shop.test', 'shop.test']);
});

test.each(['localhost', '127.0.0.1', 'other.test'])('%s was not trusted by name, and nothing changes', (host) => {
  const hosts = createTrustedHosts();
  const before = [...hosts.exceptions];
  expect(hosts.distrust(host)).toBe(false);
  expect(hosts.exceptions).toEqual(before);
});

test('a host of this machine that was named as well stays trusted as such', () => {
  const hosts = createTrustedHosts({ decrypted: ['localhost'] });
  hosts.trust('localhost');
  hosts.distrust('localhost');
  expect(hosts.isTrusted('localhost')).toBe(true);
  expect(hosts.exceptions).toContain('localhost');
});
