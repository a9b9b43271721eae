/** Phones of the same network: a second address of this machine stands for the network. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { lanAddress } from '../../electron/core/capture/lan/lan-address.ts';
import { type LanOptions, type LanShare, openLanShare } from '../../electron/core/capture/lan/lan-share.ts';
import { startTestProxy, type TestProxy } from '../support/capture-proxy.ts';
import { eventually } from '../support/eventually.ts';

/** Loopback is a whole network: this address of it is not the one on which the app's own servers listen. */
const LAN = '127.0.0.2';

type Shared = { proxy: TestProxy; share: LanShare; devices: number[]; ended: () => number };

async function share(more: Partial<LanOptions> = {}): Promise<Shared> {
  const proxy = await startTestProxy('hold');
  const devices: number[] = [];
  let ends = 0;
  const opened = await openLanShare({
    address: LAN,
    certificatePath: proxy.certificatePath,
    openDoor: proxy.openDoor,
    onDevices: (count) => void devices.push(count),
    onEnd: () => void ends++,
    ...more,
  });
  onTestFinished(() => opened.close());
  return { proxy, share: opened, devices, ended: () => ends };
}

/** From one address of the network to the share. */
async function ask(
  share: LanShare,
  path: string,
  from: string,
): Promise<{ status: number; type: string; body: string }> {
  const [host, port] = share.proxy.split(':');
  const sent = request({ host, port, path, localAddress: from, agent: false }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body: await text(answer) };
}

async function tunnelStatus(share: LanShare, authority: string, from: string): Promise<string> {
  const [host = '', port] = share.proxy.split(':');
  const socket: Socket = connect({ host, port: Number(port), localAddress: from });
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return bytes.toString().split(' ')[1] ?? '';
}

const phone = '127.0.0.3';
const stranger = '127.0.0.4';
const pagePath = ({ page }: LanShare) => new URL(page).pathname;

test('a device gets in by opening the page of the code, and only that device', async () => {
  const { share: lan, devices } = await share();
  expect(await tunnelStatus(lan, 'www.facebook.com:443', phone)).toBe('403');
  expect(await ask(lan, 'http://shop.example/', phone)).toMatchObject({
    status: 403,
    body: expect.stringContaining('QR code'),
  });
  const page = await ask(lan, pagePath(lan), phone);
  expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  expect(page.body).toContain(lan.proxy.split(':')[1]);
  expect(await tunnelStatus(lan, 'www.facebook.com:443', phone)).toBe('200');
  expect(await tunnelStatus(lan, 'www.facebook.com:443', stranger)).toBe('403');
  await ask(lan, pagePath(lan), phone);
  expect(devices).toEqual([1]);
});

test('the page gives the certificate, and nothing to those who do not know its address', async () => {
  const { share: lan } = await share();
  const certificate = await ask(lan, `${pagePath(lan)}/twinlane.pem`, phone);
  expect(certificate).toMatchObject({ type: 'application/x-x509-ca-cert' });
  expect(certificate.body).toContain('BEGIN CERTIFICATE');
  expect(certificate.body).not.toContain('PRIVATE');
  for (const path of ['/', '/twinlane.pem', `${pagePath(lan).slice(0, -1)}`]) {
    expect(await ask(lan, path, stranger)).toMatchObject({ status: 404 });
  }
  expect(await tunnelStatus(lan, 'www.facebook.com:443', stranger)).toBe('403');
  expect(lan.qr).toContain('<svg');
});

test("an admitted device reaches none of this machine's own servers through the proxy", async () => {
  const { share: lan, proxy } = await share();
  await ask(lan, pagePath(lan), phone);
  for (const host of ['localhost', '127.0.0.1', '[::1]', 'db.localhost', '0.0.0.0']) {
    expect([host, await tunnelStatus(lan, `${host}:${proxy.port}`, phone)]).toEqual([host, '403']);
    expect(await ask(lan, `http://${host}:5432/`, phone)).toMatchObject({ status: 403 });
  }
});

test('it ends by itself when its time is over, and the proxy of this machine goes on', async () => {
  const { share: lan, proxy, ended } = await share({ lastsMs: 50 });
  await eventually(() => ended() === 1, { withinMs: 5000 });
  await expect(ask(lan, pagePath(lan), phone)).rejects.toThrow(/ECONNREFUSED/);
  expect(await tunnelStatus({ ...lan, proxy: `127.0.0.1:${proxy.port}` }, 'www.facebook.com:443', '127.0.0.1')).toBe(
    '200',
  );
  const { share: normal } = await share();
  expect(normal.until - Date.now()).toBeGreaterThan(29 * 60_000);
  expect(normal.until - Date.now()).toBeLessThanOrEqual(30 * 60_000);
});

test('the address of a private network is preferred, loopback and link-local ones are no way in', () => {
  const entry = (address: string, internal = false) => ({
    address,
    internal,
    family: 'IPv4' as const,
    netmask: '',
    mac: '',
    cidr: null,
  });
  expect(
    lanAddress({ lo: [entry('127.0.0.1', true)], vpn: [entry('100.64.0.9')], wifi: [entry('192.168.1.20')] }),
  ).toBe('192.168.1.20');
  expect(lanAddress({ vpn: [entry('100.64.0.9')] })).toBe('100.64.0.9');
  expect(lanAddress({ lo: [entry('127.0.0.1', true)], usb: [entry('169.254.3.4')] })).toBeNull();
});
