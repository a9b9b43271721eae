import { expect, test } from 'vitest';
import { bodyText, KEPT_BODY_BYTES } from '../../../electron/core/capture/body-text.ts';
import { chromiumFlags, firefoxPreferences } from '../../../electron/core/capture/browser-flags.ts';
import { readConsoleLine } from '../../../electron/core/capture/console-line.ts';
import { isLoopback } from '../../../electron/core/capture/destinations.ts';
import { readFailure } from '../../../electron/core/capture/failed-request.ts';
import { covers } from '../../../electron/core/capture/name-constraints.ts';
import { whyNoWindow } from '../../../electron/core/capture/no-window.ts';
import { userAgentOf } from '../../../electron/core/capture/normal-user-agent.ts';
import { profileOwner } from '../../../electron/core/capture/throwaway-profile.ts';
import { treatmentOf } from '../../../electron/core/capture/treatment.ts';

test.each([
  'localhost',
  'LOCALHOST.',
  'a.localhost',
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '::1',
  '[::1]',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '0:0:0:0:0:0:0:1',
])('%s is this machine', (host) => expect(isLoopback(host)).toBe(true));

test.each(['localhost.example', 'notlocalhost', '128.0.0.1', '10.0.0.1', '::2', '::ffff:8.8.8.8', '1::', 'fe80::1'])(
  '%s is not this machine',
  (host) => expect(isLoopback(host)).toBe(false),
);

test('a cut body ends before a character that the limit would split', () => {
  const body = Buffer.concat([Buffer.alloc(KEPT_BODY_BYTES - 1, 'x'), Buffer.from('€ and more')]);
  const read = bodyText(body);
  expect([read.bodyCharset, read.bodyState, read.body.length]).toEqual(['utf8', 'cut', KEPT_BODY_BYTES - 1]);
});

test('a permitted name covers itself and what is below it, not what merely ends like it', () => {
  expect(covers(['shop.example'], 'shop.example')).toBe(true);
  expect(covers(['shop.example'], 'a.shop.example')).toBe(true);
  expect(covers(['shop.example'], 'myshop.example')).toBe(false);
});

test.each([
  ['GET', 'https://www.facebook.com/tr/?id=1', 'event'],
  ['POST', 'https://graph.facebook.com/v24.0/1234567890/events', 'server'],
  ['GET', 'https://graph.facebook.com/v24.0/1234567890/events', 'pass'],
  ['OPTIONS', 'https://www.facebook.com/tr/', 'ping'],
  ['OPTIONS', 'https://track.shop.example/events', 'pass'],
  ['POST', 'https://sgw.shop.example/capi/1234567890/events', 'server'],
  ['GET', 'https://connect.facebook.net/en_US/fbevents.js', 'script'],
  ['GET', 'https://connect.facebook.net/signals/plugins/identity.js', 'pass'],
  ['GET', 'https://connect.facebook.net/log/error?e=1', 'ping'],
  ['GET', 'https://www.facebook.com/sharer.php', 'pass'],
])('%s %s is treated as %s', (method, url, kind) => expect(treatmentOf(method, url).kind).toBe(kind));

test.each([
  [{ blockedReason: 'csp' }, 'net::ERR_BLOCKED_BY_CSP', true],
  [{ errorText: 'net::ERR_BLOCKED_BY_CLIENT' }, 'net::ERR_BLOCKED_BY_CLIENT', true],
  [{ blockedReason: 'mixed-content' }, 'net::ERR_BLOCKED_BY_CLIENT', true],
  [{ errorText: 'net::ERR_BLOCKED_BY_ORB', blockedReason: 'corp-not-same-site' }, 'net::ERR_BLOCKED_BY_ORB', false],
  [{ canceled: true }, 'net::ERR_ABORTED', false],
  [{}, 'net::ERR_FAILED', false],
])('the failure %j is %s', (failed, error, isCertain) => expect(readFailure(failed)).toEqual({ error, isCertain }));

test('only console lines about the Pixel are taken, and policy reports are told apart', () => {
  const log = (text: string, source = 'security') => readConsoleLine('Log.entryAdded', { entry: { source, text } });
  expect(log("Refused to load 'https://www.facebook.com/tr/' because of the Content Security Policy")?.what).toBe(
    'csp',
  );
  expect(log('Failed to load https://www.facebook.com/tr/', 'network')).toBeNull();
  const line = (text: string, source = 'console-api') =>
    readConsoleLine('Console.messageAdded', { message: { source, text } });
  expect(line('[Meta Pixel] - Duplicate Pixel ID')?.what).toBe('console');
  expect(line('ordinary')).toBeNull();
  expect(line('facebook.com', 'other')).toBeNull();
  expect(line(`fbq ${'x'.repeat(5000)}`)?.text).toHaveLength(2000);
});

test('a browser with a window keeps its sandbox, its pop-up blocking and its own name', () => {
  const base = { profile: '/p', proxyUrl: 'http://127.0.0.1:1', headless: false, spki: 'S=', userAgent: null };
  const flags = chromiumFlags({ ...base, isRoot: false });
  expect(flags).toEqual(expect.arrayContaining(['--proxy-bypass-list=<-loopback>', '--disable-quic']));
  expect(flags.filter((flag) => /no-sandbox|headless|user-agent|enable-automation|popup-blocking/.test(flag))).toEqual(
    [],
  );
  expect(chromiumFlags({ ...base, isRoot: true })).toContain('--no-sandbox');
});

test('Firefox gets the proxy for loopback too', () => {
  const text = firefoxPreferences('http://127.0.0.1:41001');
  expect(text).toContain('user_pref("network.proxy.allow_hijacking_localhost", true);');
  expect(text).toContain('user_pref("network.proxy.ssl_port", 41001);');
});

test('the normal user agent names browser and system', () => {
  expect(userAgentOf('156', 'edge', 'win32')).toBe(
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
  );
  expect(userAgentOf('156', 'chromium', 'linux')).toContain('(X11; Linux x86_64)');
});

test('only our own profiles have an owner', () => {
  expect(profileOwner('twinlane-profile-4711-aB3')).toBe(4711);
  expect(profileOwner('twinlane-test-4711-aB3')).toBeNull();
  expect(profileOwner('some-twinlane-profile-4711-x')).toBeNull();
});

test('a browser that ends at once for want of a screen says so and names the ways round it', () => {
  const chromium = { name: 'Chromium', path: '/usr/bin/chromium' };
  const why = (headless: boolean, env: NodeJS.ProcessEnv) =>
    whyNoWindow(chromium, { headless, env, platform: 'linux' });
  expect(why(false, {})).toMatch(/needs a screen.*--browser none.*--headless/);
  for (const text of [why(true, {}), why(false, { DISPLAY: ':0' }), why(false, { WAYLAND_DISPLAY: 'wayland-0' })]) {
    expect(text).toBe('Chromium started and ended at once. Start /usr/bin/chromium in a terminal to see what it says.');
  }
});
