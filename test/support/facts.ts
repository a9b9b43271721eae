/** Facts to store: one of each kind, and as many browser calls as a test wants. */
import type { BrowserCallFact, Fact, Input } from '../../shared/model/fact.ts';

export const someInput: Input = { id: 0, kind: 'proxy', name: 'Proxy', records: 0, skipped: 0 };

/** The n-th browser call of a made-up session; `bodyBytes` makes it as large as wanted. */
export function browserCall(n: number, bodyBytes = 40): BrowserCallFact {
  return {
    kind: 'browser-call',
    key: `call-${n}`,
    input: 0,
    place: `capture ${n}`,
    at: 1_795_000_000_000 + n,
    method: 'POST',
    url: 'https://www.facebook.com/tr/',
    contentType: 'application/x-www-form-urlencoded',
    body: `id=1234567890&ev=Purchase&eid=${n}&`.padEnd(bodyBytes, 'x'),
    bodyCharset: 'utf8',
    bodyState: 'whole',
    status: null,
    error: null,
    held: true,
    page: 'https://shop.example/thank-you',
    userAgent: 'Mozilla/5.0',
    cookies: { fbp: 'fb.1.1795000000000.1', fbc: null },
  };
}

export function browserCalls(count: number, bodyBytes?: number): BrowserCallFact[] {
  return Array.from({ length: count }, (_, index) => browserCall(index + 1, bodyBytes));
}

/** One of every kind, the answers belonging to the call and the record. */
export const oneOfEachKind: Fact[] = [
  browserCall(1),
  {
    kind: 'call-answer',
    call: 'call-1',
    input: 0,
    place: 'capture 1',
    at: 1_795_000_000_100,
    status: 200,
    error: null,
  },
  {
    kind: 'server-record',
    key: 'request-1',
    input: 1,
    place: 'request 1',
    form: 'request',
    at: null,
    url: 'https://graph.facebook.com/v24.0/1234567890/events',
    contentType: 'application/json',
    body: '{"data":[{"event_name":"Purchase","custom_data":{"name":"Größe €"}}]}',
    bodyCharset: 'utf8',
    bodyState: 'whole',
    userAgent: null,
    delivery: 'answered',
  },
  {
    kind: 'server-answer',
    record: 'request-1',
    input: 1,
    place: 'request 1',
    at: null,
    status: 200,
    body: '{"events_received":1}',
  },
  {
    kind: 'page',
    input: 0,
    place: 'page 1',
    at: null,
    page: 'https://shop.example/',
    what: 'cookie',
    text: '_fbp=fb.1.1.2',
  },
  {
    ...{
      kind: 'order',
      input: 2,
      place: 'line 2',
      number: '#1001',
      aliases: ['512'],
      at: 1_795_000_000_000,
      timing: 'exact',
    },
    ...{ value: 49.9, currency: 'EUR', tax: 7.97, shipping: null, state: 'placed', origin: 'shop' },
  },
  { kind: 'reading', input: 2, place: 'file', text: '1 order in CSV with commas: order number from “Größe €”.' },
  { kind: 'problem', input: 1, place: 'line 7', reason: 'Not JSON.' },
];
