/** Polling over real HTTP: cursors, since, pages, ETags, failures and what must never be seen of a secret. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { pollEndpoint } from '../../../electron/core/intake/poll/poll-endpoint.ts';
import { readPollHeaders } from '../../../electron/core/intake/poll/poll-headers.ts';
import { readServerRecord } from '../../../shared/meta/capi-payload.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { payload, purchase } from '../../support/capi.ts';
import { eventually } from '../../support/eventually.ts';
import { recordingHandle } from '../../support/recording-handle.ts';

type Answer = { status?: number; headers?: Record<string, string>; body?: unknown };

/** A server on this machine that answers as the function says and keeps what it was asked. */
async function endpoint(answer: (request: IncomingMessage, url: URL) => Answer) {
  const asked: { url: URL; headers: IncomingMessage['headers']; at: number }[] = [];
  const server = createServer((request, response: ServerResponse) => {
    const url = new URL(request.url ?? '', origin());
    asked.push({ url, headers: request.headers, at: performance.now() });
    const { status = 200, headers = {}, body } = answer(request, url);
    response.writeHead(status, headers);
    response.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
  });
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { origin: origin(), asked };
}

function polling(url: string, headers: Record<string, string> = {}) {
  const handle = recordingHandle();
  const notices: string[] = [];
  const poll = pollEndpoint(
    { url, headers },
    { handle, notice: (level, text) => void notices.push(`${level}: ${text}`), intervalMs: 10, random: () => 0 },
  );
  onTestFinished(() => poll.close());
  const seen = () => handle.records().flatMap((fact) => readServerRecord(fact).events);
  const sees = (...ids: string[]) =>
    eventually(
      () => {
        expect(seen().map(({ eventId }) => eventId)).toEqual(ids);
        return true;
      },
      { withinMs: 10_000 },
    );
  return { poll, handle, notices, seen, sees };
}

const answered = (count: number, asked: unknown[]) => eventually(() => asked.length >= count, { withinMs: 10_000 });

test('what was there is passed over, what comes is taken once, though all is answered each time', async () => {
  const items: JsonObject[] = [purchase('old')];
  const { origin, asked } = await endpoint(() => ({ body: { pixel_id: '1234567890', data: items } }));
  const { poll, seen, sees, handle } = polling(`${origin}/log`);
  await poll.ready;
  items.push(purchase('a'), purchase('b'));
  await sees('a', 'b');
  await answered(asked.length + 3, asked);
  await sees('a', 'b');
  expect(seen()[0]?.datasetId).toBe('1234567890');
  expect(handle.records().map(({ place }) => place)).toEqual(['answer 1 line 1', 'answer 1 line 2']);
});

test('NDJSON is taken line by line', async () => {
  let body = '';
  const { origin } = await endpoint(() => ({ body }));
  const { poll, sees } = polling(`${origin}/log`);
  await poll.ready;
  body = `{"level":30}\n${payload(purchase('a'))}\n{"msg":${JSON.stringify(payload(purchase('b')))}}\n`;
  await sees('a', 'b');
});

test('with {since} the first answer counts, and each round asks from a little before the last one', async () => {
  const { origin, asked } = await endpoint((_request, url) => ({
    body: [purchase('a', { event_time: Math.floor(Number(url.searchParams.get('from')) / 1000) })],
  }));
  const before = Date.now();
  const { seen } = polling(`${origin}/log?from={since_ms}&iso={since}`);
  await answered(3, asked);
  await eventually(() => seen().length > 0, { withinMs: 10_000 });
  const from = asked.map(({ url }) => Number(url.searchParams.get('from')));
  expect(from[0]).toBeGreaterThanOrEqual(before);
  expect(from[2]).toBeGreaterThan(before - 11_000);
  expect(Date.parse(asked[0]?.url.searchParams.get('iso') ?? '')).toBe(from[0]);
});

test('a cursor is asked for as the endpoint gave it, first without', async () => {
  const items = ['old 1', 'old 2'];
  const { origin, asked } = await endpoint((_request, url) => {
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const page = items.slice(from, from + 2).map((id) => purchase(id));
    return { body: { items: page, meta: { next_cursor: String(from + page.length) } } };
  });
  const { poll, sees } = polling(`${origin}/log?limit=2&cursor={cursor}`);
  await poll.ready;
  items.push('a', 'b', 'c');
  await sees('a', 'b', 'c');
  expect(asked[0]?.url.search).toBe('?limit=2');
  await eventually(() => asked.at(-1)?.url.searchParams.get('cursor') === '5', { withinMs: 10_000 });
});

test.each([
  ['the Link header', (next: string) => ({ headers: { link: `<${next}>; rel="next", </x>; rel="last"` }, more: {} })],
  ['the body', (next: string) => ({ headers: {}, more: { links: { next } } })],
])('pages named by %s are followed', async (_where, name) => {
  const ids: string[] = [];
  const { origin } = await endpoint((_request, url) => {
    const page = Number(url.searchParams.get('page') ?? 0);
    const { headers, more } = name(`/log?page=${page + 1}`);
    const isLast = page + 1 >= ids.length;
    const data = ids[page] === undefined ? [] : [purchase(ids[page])];
    return { headers: isLast ? {} : headers, body: { data, ...(isLast ? {} : more) } };
  });
  const { poll, sees } = polling(`${origin}/log`);
  await poll.ready;
  ids.push('a', 'b', 'c');
  await sees('a', 'b', 'c');
});

test('what has not changed is not sent again', async () => {
  let version = 1;
  const statuses: number[] = [];
  const { origin, asked } = await endpoint((request) => {
    const isSame = request.headers['if-none-match'] === `"${version}"`;
    statuses.push(isSame ? 304 : 200);
    return isSame
      ? { status: 304 }
      : { headers: { etag: `"${version}"` }, body: [purchase('old'), ...(version > 1 ? [purchase('a')] : [])] };
  });
  const { sees } = polling(`${origin}/log`);
  await answered(3, asked);
  version = 2;
  await sees('a');
  expect(statuses.slice(0, 3)).toEqual([200, 304, 304]);
});

test('a failure is told once, tried again, and its end is told', async () => {
  let status = 503;
  const { origin, asked } = await endpoint(() => ({
    status,
    body: status === 200 ? [purchase('old')] : 'secret body',
  }));
  const { notices } = polling(`${origin}/log?key=Zq7canary`);
  await answered(3, asked);
  status = 200;
  await eventually(() => notices.length === 3, { withinMs: 10_000 });
  expect(notices).toEqual([
    `info: Polling ${origin}/log.`,
    `warning: Polling ${origin}/log: it answers with status 503. It is tried again until it works.`,
    `info: Polling ${origin}/log works again.`,
  ]);
});

test('waits grow while it fails, and Retry-After is kept', async () => {
  const { origin, asked } = await endpoint(() =>
    asked.length > 4 ? { status: 429, headers: { 'retry-after': '1' } } : { status: 500 },
  );
  polling(`${origin}/log`);
  await answered(6, asked);
  const waits = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
  // At least half of 20, 40, 80 and 160 ms, less what a timer may be early.
  for (const [index, wait] of waits.slice(0, 4).entries()) expect(wait).toBeGreaterThanOrEqual(8 * 2 ** index);
  expect(waits[4]).toBeGreaterThanOrEqual(990);
});

test.each([['an address where nobody listens', 'http://127.0.0.1:1/log', 'cannot be reached']])(
  '%s is told',
  async (_what, url, reason) => {
    const { poll, notices } = polling(url);
    await poll.ready;
    expect(notices[1]).toContain(reason);
  },
);

test('an answer that is neither JSON nor NDJSON is told', async () => {
  const { origin } = await endpoint(() => ({ body: '<html>log in</html>' }));
  const { poll, notices } = polling(`${origin}/log`);
  await poll.ready;
  expect(notices[1]).toContain('answers neither JSON nor NDJSON');
});

test('an answer without end is cut off and told', async () => {
  const { origin } = await endpoint(() => ({ body: `["${'x'.repeat(33 * 2 ** 20)}"]` }));
  const { poll, notices } = polling(`${origin}/log`);
  await poll.ready;
  expect(notices[1]).toContain('more than 32 MB');
});

test('headers come from the environment, reach the endpoint, follow no redirect to another origin, and are in no fact or notice', async () => {
  const canary = 'Zq7canary9Token8';
  const stranger = await endpoint(() => ({ body: [] }));
  const headers = readPollHeaders(['Authorization: Bearer env:SHOP_TOKEN', 'X-Shop: 7'], { SHOP_TOKEN: canary });
  let location = '/moved';
  const items: JsonObject[] = [];
  const { origin, asked } = await endpoint((request, url) => {
    if (url.pathname === '/log') return { status: 302, headers: { location } };
    return { body: items.map((item) => ({ ...item, echo: request.headers })) };
  });
  const { poll, handle, notices, sees } = polling(`${origin}/log`, headers);
  await poll.ready;
  items.push(purchase('a'));
  await sees('a');
  expect(asked.map(({ headers }) => [headers.authorization, headers['x-shop']])[0]).toEqual([`Bearer ${canary}`, '7']);
  location = `${stranger.origin}/steal`;
  await eventually(() => notices.some((text) => text.includes('redirects to another host')), { withinMs: 10_000 });
  expect(stranger.asked).toEqual([]);
  expect(JSON.stringify([handle.facts, handle.input, notices])).not.toContain(canary);
});

test('a next page at another origin is not asked for', async () => {
  const stranger = await endpoint(() => ({ body: [] }));
  const { origin, asked } = await endpoint(() => ({
    headers: { link: `<${stranger.origin}/log>; rel="next"` },
    body: { data: [], next: `${stranger.origin}/log` },
  }));
  polling(`${origin}/log`);
  await answered(3, asked);
  expect(stranger.asked).toEqual([]);
});

test('facts that could not be stored are stored later, once', async () => {
  const items: JsonObject[] = [];
  const { origin, asked } = await endpoint(() => ({ body: items }));
  const { poll, handle, sees } = polling(`${origin}/log`);
  await poll.ready;
  handle.isFull = true;
  const before = asked.length;
  items.push(purchase('a'));
  await answered(before + 1, asked);
  handle.isFull = false;
  await sees('a');
});

test('closing ends a request that is never answered', async () => {
  let isAsked = false;
  const server = createServer(() => {
    isAsked = true;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { poll } = polling(`http://127.0.0.1:${(server.address() as AddressInfo).port}/log`);
  await eventually(() => isAsked, { withinMs: 10_000 });
  await poll.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
