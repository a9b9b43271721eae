/** Starts the demo shop on loopback: a small checkout that reports to Meta from its pages and from its server. */
import { randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Source } from '../core/source.ts';
import { type Backend, createBackend } from './shop/backend.ts';
import { type CapiRoute, createDeliver, graphHost } from './shop/graph.ts';
import { openLog } from './shop/log-file.ts';
import type { ShopRequest, ShopResponse } from './shop/request.ts';
import { seededRandom } from './shop/seeded-random.ts';
import { createShop, type Shop } from './shop/shop.ts';

export type DemoShopOptions = {
  /** 0 or left out: any free port. */
  port?: number;
  capi: CapiRoute;
  /** The server's log, appended to; null: none. */
  logFile: string | null;
  /** The same seed makes the same ids; left out: a new one each time. */
  seed?: number;
};

export type DemoShop = Source & { url: string; port: number };

const bodyLimitBytes = 64 * 1024;
const seedLimit = 2 ** 31;

/** The body as text; null where it is larger than any form of the shop. */
async function readBody(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function toShopRequest({ method, url, headers }: IncomingMessage, body: string, origin: string): ShopRequest {
  return {
    method: method ?? 'GET',
    url: new URL(`${origin}${url?.startsWith('/') ? url : '/'}`),
    cookies: headers.cookie ?? '',
    userAgent: headers['user-agent'] ?? '',
    referer: headers.referer ?? '',
    wantsJson: (headers.accept ?? '').includes('application/json'),
    contentType: headers['content-type'] ?? '',
    body,
  };
}

async function answer(shop: Shop, incoming: IncomingMessage, origin: string): Promise<ShopResponse> {
  const body = await readBody(incoming);
  if (body === null) return { status: 413, headers: { connection: 'close' }, body: '' };
  return shop.handle(toShopRequest(incoming, body, origin));
}

function serve(shop: Shop) {
  return createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const origin = `http://${incoming.headers.host ?? '127.0.0.1'}`;
    answer(shop, incoming, origin)
      .then(({ status, headers, body }) => outgoing.writeHead(status, headers).end(body))
      .catch(() => outgoing.writeHead(400).end());
  });
}

function listen(server: ReturnType<typeof serve>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Resolves once the shop listens; rejects where the port is taken. `close` sends what the
 * server's queue still holds.
 * Without a `graphUrl` or a `proxyUrl` the server's events are only logged: the shop never talks to Meta by itself.
 */
export async function startDemoShop({ port = 0, capi, logFile, seed }: DemoShopOptions): Promise<DemoShop> {
  const random = seededRandom(seed ?? randomInt(seedLimit));
  const now = () => Date.now();
  const later = (delayMs: number, run: () => void) => void setTimeout(run, delayMs).unref();
  const { log, close: closeLog } = openLog(logFile);
  const graphUrl = capi.graphUrl?.replace(/\/$/, '') ?? `https://${graphHost}`;
  const backend: Backend = createBackend({ deliver: createDeliver(capi), graphUrl, log, now, later });
  const server = serve(createShop({ now, random, backend }));
  const actualPort = await listen(server, port).catch(async (cause: unknown) => {
    await closeLog();
    throw cause;
  });

  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await backend.drain();
    await closeLog();
  }

  return { url: `http://127.0.0.1:${actualPort}/`, port: actualPort, close };
}
