/** One decrypting proxy in its own process, and a client that sends it Pixel calls. */

import { startHelper } from './helper-process.ts';
import { openClients, type ParallelClients } from './parallel-clients.ts';

export type CallRun = { name: string; client: ParallelClients; close(): Promise<void> };

type ProxyReady = { port: number; certificate: string };

/** A Purchase as Meta's script sends it as an image, at this moment. */
export function pixelCall(eventId: string): string {
  const fields = {
    id: '1234567890',
    ev: 'Purchase',
    dl: 'https://shop.example/thank-you',
    rl: 'https://shop.example/checkout',
    if: 'false',
    ts: String(Date.now()),
    'cd[value]': '49.90',
    'cd[currency]': 'EUR',
    'cd[order_id]': eventId,
    'ud[em]': 'f660ab912ec121d1b1e928a0bb4bc61b15f5ad44d5efdc4e1c92a25e99b8e44a',
    sw: '1920',
    sh: '1080',
    v: '2.9.220',
    r: 'stable',
    eid: eventId,
    fbp: 'fb.1.1795000000000.1234567890',
    rqm: 'GET',
  };
  return `/tr/?${new URLSearchParams(fields)}`;
}

export async function openCallRun(name: string, script: URL): Promise<CallRun> {
  const proxy = await startHelper<ProxyReady>(script);
  const { port, certificate } = proxy.ready;
  const client = await openClients({ host: 'www.facebook.com', port: 443, certificate, proxy: port });
  return {
    name,
    client,
    close: async () => {
      client.close();
      await proxy.stop();
    },
  };
}
