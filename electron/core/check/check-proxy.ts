/** Tries the proxy with a marked call to Graph's host, with the certificate that backends are told to trust. */
import { readFile } from 'node:fs/promises';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { CheckMarks } from './check-marks.ts';
import { type CallResult, CHECK_WITHIN_MS, sendMarkedCall, wordsOf } from './marked-call.ts';
import type { Tried } from './tried.ts';

const graphHost = 'graph.facebook.com';

type Proxy = { url: string; certificatePath: string };

/** The call never reaches Meta, whether calls are held or go on. */
export async function checkProxy(proxy: Proxy, marks: CheckMarks): Promise<Tried> {
  const result = await callThrough(proxy, marks);
  if (result.ok) {
    const detail = `A marked event to ${graphHost} was taken by the proxy in ${result.tookMs} ms; it did not reach Meta.`;
    return { state: 'ok', detail, advice: null };
  }
  return {
    state: 'failed',
    detail: `A marked event to ${graphHost} did not get through the proxy at ${proxy.url}: ${result.reason}.`,
    advice: /CERT|certificate|issuer|self.signed/i.test(result.reason)
      ? `Trust ${proxy.certificatePath} in your backend (NODE_EXTRA_CA_CERTS, SSL_CERT_FILE, curl --cacert).`
      : 'Stop the recording and start it again with another port (--proxy-port PORT); look for a firewall that blocks loopback.',
  };
}

async function callThrough(proxy: Proxy, marks: CheckMarks): Promise<CallResult> {
  const mark = marks.open();
  let socket: Socket | undefined;
  try {
    const ca = await readFile(proxy.certificatePath, 'utf8');
    const tunnel = await openTunnel(proxy.url);
    socket = tunnel;
    const secure = await secured(tunnel, ca);
    const options = { host: graphHost, headers: { host: graphHost }, createConnection: () => secure };
    return await sendMarkedCall({ send: requestSecure, options, mark });
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? wordsOf(error) : 'it failed' };
  } finally {
    socket?.destroy();
    mark.close();
  }
}

function openTunnel(proxyUrl: string): Promise<Socket> {
  const { hostname, port } = new URL(proxyUrl);
  const target = `${graphHost}:443`;
  return new Promise((resolve, reject) => {
    const request = requestPlain({ host: hostname, port, method: 'CONNECT', path: target, headers: { host: target } });
    request.setTimeout(CHECK_WITHIN_MS, () => request.destroy(new Error('no answer within 5 seconds')));
    request.once('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) resolve(socket);
      else reject(new Error(`the proxy answered ${statusCode}`));
    });
    request.once('response', ({ statusCode }) => reject(new Error(`the proxy answered ${statusCode}`)));
    request.once('error', reject);
    request.end();
  });
}

function secured(socket: Socket, ca: string): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = connectTls({ socket, ca, servername: graphHost, ALPNProtocols: ['http/1.1'] });
    secure.setTimeout(CHECK_WITHIN_MS, () => secure.destroy(new Error('no answer within 5 seconds')));
    secure.once('secureConnect', () => resolve(secure));
    secure.once('error', reject);
  });
}
