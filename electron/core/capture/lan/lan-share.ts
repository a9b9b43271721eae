/**
 * Lets phones of the same network use the proxy: asked for explicitly, for half an hour. A phone's proxy settings carry no
 * secret that works everywhere, so the secret is in the QR code: the device that opens its page is admitted by its address.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import QRCode from 'qrcode';
import type { Source } from '../../source.ts';
import type { Door, Gate } from '../gate.ts';
import { lanPage } from './lan-page.ts';

export type LanShare = Source & {
  /** Address of the page, with the secret. */
  page: string;
  /** `192.168.1.20:41005` */
  proxy: string;
  /** Ends by itself then; ms since the epoch. */
  until: number;
  /** SVG of the page's address. */
  qr: string;
};

export type LanOptions = {
  address: string;
  certificatePath: string;
  openDoor(door: Door): Promise<Gate>;
  lastsMs?: number;
  /** A device was admitted: how many there are. */
  onDevices(count: number): void;
  /** The time is over. Not called after `close`. */
  onEnd(): void;
};

const HALF_AN_HOUR_MS = 30 * 60_000;

export async function openLanShare(options: LanOptions): Promise<LanShare> {
  const { address, openDoor, onDevices, onEnd, lastsMs = HALF_AN_HOUR_MS } = options;
  const secret = randomBytes(16).toString('base64url');
  const admitted = new Set<string>();
  const until = Date.now() + lastsMs;
  let port = 0;
  const admit = ({ remoteAddress = '' }: Socket) => {
    if (admitted.has(remoteAddress)) return;
    admitted.add(remoteAddress);
    onDevices(admitted.size);
  };
  const page = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const [, given, file] = (incoming.url ?? '').split('/');
    if (given !== secret) return answer(outgoing, 404, 'text/plain', 'Open the address of the QR code.\n');
    admit(incoming.socket);
    if (file === CERTIFICATE)
      return answer(outgoing, 200, 'application/x-x509-ca-cert', readFileSync(options.certificatePath));
    const content = { host: address, port, certificateUrl: `/${secret}/${CERTIFICATE}`, until: new Date(until) };
    return answer(outgoing, 200, 'text/html; charset=utf-8', lanPage(content));
  };
  const gate = await openDoor({ address, page, admits: ({ remoteAddress = '' }) => admitted.has(remoteAddress) });
  port = gate.port;
  const url = `http://${address}:${port}/${secret}`;
  let closing: Promise<void> | undefined;
  const close = () => {
    clearTimeout(timer);
    closing ??= gate.close();
    return closing;
  };
  const timer = setTimeout(() => void close().then(onEnd), lastsMs);
  return { page: url, proxy: `${address}:${port}`, until, qr: await QRCode.toString(url, { type: 'svg' }), close };
}

const CERTIFICATE = 'twinlane.pem';

function answer(outgoing: ServerResponse, status: number, type: string, body: string | Buffer): void {
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  outgoing.writeHead(status, { ...headers, 'x-content-type-options': 'nosniff' }).end(body);
}
