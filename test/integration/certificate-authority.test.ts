import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Authority, openAuthority } from '../../electron/core/capture/certificate-authority.ts';
import { permittedNames } from '../../electron/core/capture/name-constraints.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const isPosix = process.platform !== 'win32';
const DAY_MS = 24 * 60 * 60 * 1000;
const mode = (path: string) => statSync(path).mode & 0o777;
const names = ({ certificate }: Authority) => permittedNames(new X509Certificate(certificate));

test('the first run makes an authority that only this user can read, and the next run uses it again', async () => {
  const folder = join(temporaryFolder(), 'authority');
  const first = await openAuthority(folder);
  expect(first.notice).toBeNull();
  expect(readdirSync(folder).sort()).toEqual(['ca.key', 'ca.pem']);
  if (isPosix) expect([mode(folder), mode(join(folder, 'ca.key'))]).toEqual([0o700, 0o600]);
  expect(first.certificatePath).toBe(join(folder, 'ca.pem'));
  expect(readFileSync(first.certificatePath, 'utf8')).toBe(first.certificate);
  expect(await openAuthority(folder)).toEqual(first);
});

test('the authority may sign the hosts of the Pixel and the Conversions API and no others', async () => {
  const authority = await openAuthority(temporaryFolder());
  expect(names(authority)).toEqual(['facebook.com', 'connect.facebook.net', 'www.instagram.com']);
  expect(new X509Certificate(authority.certificate).ca).toBe(true);
});

test('a first-party host that it does not cover replaces it, once, and says so', async () => {
  const folder = temporaryFolder();
  const first = await openAuthority(folder);
  const wider = await openAuthority(folder, { firstParty: ['https://Track.Shop.example:8443/events'] });
  expect(wider.spki).not.toBe(first.spki);
  expect(wider.notice).toContain('first-party');
  expect(names(wider)).toContain('track.shop.example');
  const second = await openAuthority(folder, { firstParty: ['sgtm.shop.example'] });
  expect(names(second)).toEqual(expect.arrayContaining(['track.shop.example', 'sgtm.shop.example']));
  expect((await openAuthority(folder)).spki).toBe(second.spki);
  expect((await openAuthority(folder, { firstParty: ['a.track.shop.example'] })).notice).toBeNull();
});

test.runIf(isPosix).each([0o640, 0o604, 0o660])(
  'a key of mode %o, which others could read, is replaced',
  async (open) => {
    const folder = temporaryFolder();
    const first = await openAuthority(folder);
    chmodSync(join(folder, 'ca.key'), open);
    const second = await openAuthority(folder);
    expect(second.spki).not.toBe(first.spki);
    expect(second.notice).toContain('could read the key');
    expect(mode(join(folder, 'ca.key'))).toBe(0o600);
  },
);

test('it is renewed 30 days before it ends, and when the clock stands before its beginning', async () => {
  const folder = temporaryFolder();
  const first = await openAuthority(folder);
  const endsAt = new X509Certificate(first.certificate).validToDate.getTime();
  const at = (time: number) => openAuthority(folder, { now: () => time });
  expect((await at(endsAt - 31 * DAY_MS)).spki).toBe(first.spki);
  const renewed = await at(endsAt - 29 * DAY_MS);
  expect(renewed.spki).not.toBe(first.spki);
  expect(renewed.notice).toContain('validity');
  expect((await at(Date.now() - 3 * DAY_MS)).spki).not.toBe(renewed.spki);
});

test.each(['ca.pem', 'ca.key'])('a damaged %s is replaced', async (name) => {
  const folder = temporaryFolder();
  const first = await openAuthority(folder);
  writeFileSync(join(folder, name), 'not PEM', { mode: 0o600 });
  const second = await openAuthority(folder);
  expect(second.notice).toContain('damaged');
  expect(second.spki).not.toBe(first.spki);
});

test('a certificate beside the key of another authority is taken for damaged', async () => {
  const folder = temporaryFolder();
  const other = await openAuthority(temporaryFolder());
  await openAuthority(folder);
  writeFileSync(join(folder, 'ca.pem'), other.certificate);
  expect((await openAuthority(folder)).notice).toContain('damaged');
});

test('a folder that cannot be used is refused with its name', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const failure = await openAuthority(join(file, 'authority')).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Refusal);
  expect(failure).toMatchObject({ code: 'storage-failed', message: expect.stringContaining(file) });
  expect(existsSync(join(file, 'authority'))).toBe(false);
});
