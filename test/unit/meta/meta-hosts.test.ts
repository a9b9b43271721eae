/** Which URLs are taken for Meta's, and which are left alone. */
import { expect, test } from 'vitest';
import { classifyUrl, datasetIdInPath, decryptedHosts, isMetaHost } from '../../../shared/meta/meta-hosts.ts';

test.each([
  ['https://www.facebook.com/tr/', 'pixel'],
  ['https://www.facebook.com/tr?id=1&ev=PageView', 'pixel'],
  ['http://facebook.com/tr?id=1', 'pixel'],
  ['HTTPS://WWW.FACEBOOK.COM./tr/?id=1', 'pixel'],
  ['https://www.facebook.com/privacy_sandbox/pixel/register/trigger/?id=1', 'copy-endpoint'],
  ['https://www.facebook.com/privacy_sandbox/topics/registration/?id=1', 'topics'],
  ['https://www.instagram.com/tr/', 'copy-endpoint'],
  ['https://connect.facebook.net/en_US/fbevents.js', 'loader'],
  ['https://cdn.shop.example/en_US/fbevents.js?v=2', 'loader'],
  ['https://connect.facebook.net/signals/config/123?v=2.9.252&r=stable', 'config'],
  ['https://connect.facebook.net/signals/plugins/identity.js?v=2.9.252', 'plugin'],
  ['https://connect.facebook.net/log/error?p=pixel', 'script-log'],
  ['https://graph.facebook.com/v26.0/123/events?access_token=x', 'graph-events'],
  ['https://graph.facebook.com:443/v26.0/123/events', 'graph-events'],
  ['https://graph.facebook.com/123/events', 'graph-events'],
  ['https://gw.example/capi/123/events', 'gateway-ingress'],
  ['https://gw.example/events?cee=no', 'gateway-candidate'],
  ['https://shop.example/open-bridge/events', 'gateway-candidate'],
  ['https://track.example.com/abc/tr?id=999&ev=Purchase', 'pixel-shape'],
  ['https://www.facebook.com/somepage?id=123', 'other'],
  ['https://www.facebook.com/groups/1/events', 'other'],
  ['https://connect.facebook.net/en_US/sdk.js', 'other'],
  ['https://notfacebook.com/', 'other'],
  ['https://shop.example/str', 'other'],
  ['data:text/html,/tr', 'other'],
  ['', 'other'],
])('%s is %s', (url, kind) => {
  expect(classifyUrl(url)).toBe(kind);
});

test('the dataset id is read from the path where a path carries one', () => {
  expect(datasetIdInPath('https://connect.facebook.net/signals/config/123?v=1')).toBe('123');
  expect(datasetIdInPath('https://graph.facebook.com/v26.0/456/events')).toBe('456');
  expect(datasetIdInPath('https://gw.example/capi/789/events')).toBe('789');
  expect(datasetIdInPath('https://www.facebook.com/tr/?id=1')).toBeNull();
});

test('a host that only looks like one of Meta is not Meta', () => {
  expect(isMetaHost('www.facebook.com')).toBe(true);
  expect(isMetaHost('evilfacebook.com')).toBe(false);
  expect(isMetaHost('facebook.com.shop.example')).toBe(false);
});

test('only exact names of Meta hosts may be decrypted', () => {
  expect(decryptedHosts.every((host) => isMetaHost(host) && !host.includes('*'))).toBe(true);
  expect(decryptedHosts).toContain('graph.facebook.com');
});
