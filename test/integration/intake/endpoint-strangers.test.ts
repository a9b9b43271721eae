/** Who may speak to the test endpoint: programs here, and hosts that the session allows; never a page. */
import { describe, expect, test } from 'vitest';
import { defaultEndpointMode } from '../../../shared/model/session.ts';
import { payload, purchase } from '../../support/capi.ts';
import { asJson, openEndpoint, rawRequest } from '../../support/open-endpoint.ts';

const one = payload(purchase('order-1'));
const allowing = (...allow: string[]) => ({ mode: () => ({ ...defaultEndpointMode, allow }) });

describe('refused, told why, and nothing stored', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['a page of a browser', { Origin: 'https://evil.example' }, /page in a browser/],
    ['a page without an origin', { Origin: 'null' }, /page in a browser/],
    ['a browser without origin', { 'Sec-Fetch-Site': 'cross-site' }, /page in a browser/],
    ['a form of a page', { 'Sec-Fetch-Mode': 'navigate' }, /page in a browser/],
    ['an image of a page', { 'Sec-Fetch-Dest': 'image' }, /page in a browser/],
    ['a rebound host name', { Host: 'evil.example' }, /--endpoint-allow/],
    ['a name that only begins like ours', { Host: '127.0.0.1.evil.example' }, /--endpoint-allow/],
    ['an address of another network', { Host: '10.0.0.7' }, /--endpoint-allow/],
    ['the address of no host', { Host: '0.0.0.0' }, /--endpoint-allow/],
    ['Docker’s name, which nobody allowed', { Host: 'host.docker.internal:41002' }, /--endpoint-allow/],
  ])('%s', async (_who, headers, why) => {
    const { port, handle } = await openEndpoint();
    const answer = await rawRequest(port, headers, one);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toMatch(why);
    expect(answer).not.toMatch(/access-control-allow/i);
    expect(handle.facts).toEqual([]);
  });

  test('the question of a page whether it may send is refused too', async () => {
    const { url } = await openEndpoint();
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const response = await fetch(`${url}/v25.0/1/events`, { method: 'OPTIONS', headers });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});

test.each(['localhost', '127.0.0.1', '[::1]:8080', 'localhost:8080', 'shop.localhost'])(
  'a request for %s is taken: it may have come through a port that ssh passes on',
  async (host) => {
    const { port, handle } = await openEndpoint();
    expect(await rawRequest(port, { Host: host, ...asJson }, payload(purchase('order-1')))).toMatch(/^HTTP\/1\.1 200 /);
    expect(handle.records()).toHaveLength(1);
  },
);

test('a host name that the session allows is taken, another one is not', async () => {
  const { port } = await openEndpoint(allowing('host.docker.internal'));
  expect(await rawRequest(port, { Host: 'Host.Docker.Internal:41002', ...asJson }, one)).toMatch(/^HTTP\/1\.1 200 /);
  expect(await rawRequest(port, { Host: 'other.example', ...asJson }, one)).toMatch(/^HTTP\/1\.1 403 /);
});

test('allowing a range of senders opens the port to them, by address but not by a foreign name', async () => {
  const { port } = await openEndpoint(allowing('172.17.0.0/16'));
  expect(await rawRequest(port, { Host: `172.17.0.1:${port}`, ...asJson }, one)).toMatch(/^HTTP\/1\.1 200 /);
  expect(await rawRequest(port, { Host: 'evil.example', ...asJson }, one)).toMatch(/^HTTP\/1\.1 403 /);
});

test('Node’s own fetch is no browser', async () => {
  const { post } = await openEndpoint();
  expect((await post(one, { ...asJson, 'sec-fetch-mode': 'cors' })).status).toBe(200);
});
