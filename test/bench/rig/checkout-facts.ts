/** Facts of a shop's day: each purchase as a Pixel call and as a logged server event, with one shared id. */
import type { BrowserCallFact, ServerRecordFact } from '../../../shared/model/fact.ts';

const START = Date.UTC(2026, 10, 24);
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const EM = 'f660ab912ec121d1b1e928a0bb4bc61b15f5ad44d5efdc4e1c92a25e99b8e44a';

/** What every purchase has of its own: a day of another kind changes some of it. */
export type Checkout = { at: number; eventId: string | null; visitor: number };

export function ordinary(n: number): Checkout {
  return { at: START + n * 400, eventId: `order-${100_000 + n}`, visitor: n >> 2 };
}

export function pixelFact(n: number, { at, eventId, visitor }: Checkout = ordinary(n)): BrowserCallFact {
  const fields = {
    id: '1234567890',
    ev: 'Purchase',
    dl: 'https://shop.example/thanks',
    ts: String(at),
    'cd[value]': String(10 + (n % 50)),
    'cd[currency]': 'EUR',
    'cd[order_id]': String(100_000 + n),
    'cd[content_ids]': JSON.stringify([`sku-${n % 97}`]),
    'ud[em]': EM,
    it: String(at - 3_000),
    ec: '0',
    v: '2.9.252',
    fbp: `fb.1.1795496100000.${1_000_000 + visitor}`,
    ...(eventId !== null && { eid: eventId }),
    rqm: 'GET',
  };
  return {
    kind: 'browser-call',
    input: 0,
    place: `capture ${n + 1}`,
    key: `0:${n}`,
    at: at + 40,
    method: 'GET',
    url: `https://www.facebook.com/tr/?${new URLSearchParams(fields)}`,
    contentType: null,
    body: null,
    bodyCharset: 'utf8',
    bodyState: 'whole',
    status: 200,
    error: null,
    held: false,
    page: 'https://shop.example/thanks',
    userAgent: AGENT,
    cookies: null,
  };
}

export function serverFact(n: number, { at, eventId, visitor }: Checkout = ordinary(n)): ServerRecordFact {
  const event = {
    event_name: 'Purchase',
    event_time: Math.floor(at / 1_000),
    ...(eventId !== null && { event_id: eventId }),
    event_source_url: 'https://shop.example/thanks',
    action_source: 'website',
    user_data: {
      em: [EM],
      client_ip_address: '203.0.113.7',
      client_user_agent: AGENT,
      fbp: `fb.1.1795496100000.${1_000_000 + visitor}`,
    },
    custom_data: {
      value: 10 + (n % 50),
      currency: 'EUR',
      order_id: String(100_000 + n),
      content_ids: [`sku-${n % 97}`],
    },
  };
  const url = 'https://graph.facebook.com/v25.0/1234567890/events';
  return {
    kind: 'server-record',
    input: 1,
    place: `line ${n + 1}`,
    key: `1:${n}`,
    form: 'log',
    at: at + 900,
    url,
    contentType: null,
    body: JSON.stringify({ time: at + 900, url, body: { data: [event] } }),
    bodyCharset: 'utf8',
    bodyState: 'whole',
    userAgent: null,
    delivery: 'logged',
  };
}
