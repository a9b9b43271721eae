/** Writes the server logs that the bench reads: structured lines, among which every so many is a CAPI payload. */
import { closeSync, openSync, writeSync } from 'node:fs';

export type SampleLog = {
  bytes: number;
  /** One payload in so many lines; 1: nothing else. */
  payloadEvery: number;
  /** False: many lines are plain text, as web servers write. */
  isAllJson: boolean;
};

export type WrittenLog = { bytes: number; lines: number; payloads: number };

const CHUNK_LINES = 2_000;

export function writeSampleLog(path: string, wanted: SampleLog): WrittenLog {
  const file = openSync(path, 'w', 0o600);
  const written = { bytes: 0, lines: 0, payloads: 0 };
  while (written.bytes < wanted.bytes) {
    const lines: string[] = [];
    for (let count = 0; count < CHUNK_LINES; count += 1) {
      written.lines += 1;
      const isPayload = written.lines % wanted.payloadEvery === 0;
      if (isPayload) written.payloads += 1;
      lines.push(isPayload ? payloadLine(written.lines) : otherLine(written.lines, wanted.isAllJson));
    }
    written.bytes += writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
  return written;
}

function payloadLine(n: number): string {
  const event = {
    event_name: n % 3 === 0 ? 'Purchase' : 'AddToCart',
    event_time: 1_795_000_000 + Math.floor(n / 10),
    event_id: `order-${n}`,
    event_source_url: 'https://shop.example/thank-you',
    action_source: 'website',
    user_data: {
      em: ['f660ab912ec121d1b1e928a0bb4bc61b15f5ad44d5efdc4e1c92a25e99b8e44a'],
      client_ip_address: '203.0.113.7',
      client_user_agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/146.0.0.0 Safari/537.36',
      fbp: `fb.1.1795000000000.${n}`,
    },
    custom_data: { currency: 'EUR', value: (n % 10_000) / 100, order_id: String(n), content_ids: [`sku-${n % 50}`] },
  };
  return JSON.stringify({ level: 30, time: 1_795_000_000_000 + n, msg: 'capi request', body: { data: [event] } });
}

function otherLine(n: number, isJson: boolean): string {
  if (!isJson && n % 3 === 0) {
    return `203.0.113.${n % 250} - - [24/Nov/2026:04:23:00 +0000] "GET /product/${n % 50}?color=blue HTTP/1.1" 200 ${n % 9_000} "https://shop.example/" "Mozilla/5.0 (X11; Linux x86_64)"`;
  }
  if (!isJson && n % 3 === 1)
    return `2026-11-24T04:23:00.458Z INFO  cart[${n % 900}]: {total=${n % 300}} item added by session ${n}`;
  return JSON.stringify({
    level: 30,
    time: 1_795_000_000_000 + n,
    pid: 4_211,
    req: { id: n, method: 'GET', url: `/product/${n % 50}`, headers: { host: 'shop.example', accept: '*/*' } },
    res: { statusCode: 200, bytes: n % 9_000 },
    responseTime: n % 120,
    msg: 'request completed',
  });
}
