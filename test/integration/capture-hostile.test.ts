/** Hostile HTTP against the proxy in a process of its own: smuggling, odd targets, slow senders, bombs, fuzz; browsing goes on. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { startFakeInternet } from '../support/fake-internet.ts';
import { exchange, type HostileProxy, startHostileProxy, throwAt } from '../support/hostile-proxy.ts';
import { hostileProxyRequests } from '../support/hostile-requests.ts';
import { temporaryFolder, temporaryFolderForFile } from '../support/temp-folder.ts';

let proxy: HostileProxy;
let calls = 0;
beforeAll(async () => {
  proxy = await startHostileProxy(temporaryFolderForFile(), 'hold');
});
afterAll(() => proxy.kill());

/** The next page and the next Pixel call go through as if nothing had happened. */
async function expectGoodOnes(): Promise<void> {
  calls += 1;
  const [page, call] = await Promise.all([proxy.goodPage(), proxy.goodCall(`good-${calls}`)]);
  expect([page.status, page.body.toString(), call.status]).toEqual([200, 'page /good', 200]);
  expect(proxy.isAlive()).toBe(true);
}

const smuggled = () => `GET http://${proxy.site}/smuggled HTTP/1.1\r\nHost: ${proxy.site}\r\n\r\n`;
const post = (...lines: string[]) =>
  `POST http://${proxy.site}/first HTTP/1.1\r\nHost: ${proxy.site}\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;
const inTunnel = (...lines: string[]) =>
  `POST /tr/ HTTP/1.1\r\nHost: www.facebook.com\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;

const broken: [string, string[], string][] = [
  ['a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
  ['chunks and a length', ['Transfer-Encoding: chunked', 'Content-Length: 6'], '0\r\n\r\nX'],
  ['two lengths', ['Content-Length: 4', 'Content-Length: 5'], 'abcd'],
  ['a list of lengths', ['Content-Length: 4, 4'], 'abcd'],
  ['a signed length', ['Content-Length: +4'], 'abcd'],
  ['a negative length', ['Content-Length: -4'], ''],
  ['a length in hex', ['Content-Length: 0x4'], 'abcd'],
  ['a space before the colon', ['Transfer-Encoding : chunked', 'Content-Length: 4'], 'abcd'],
  [
    'a folded header',
    ['X: y', ' Transfer-Encoding: chunked', 'Content-Length: 4', 'Transfer-Encoding: chunked'],
    'abcd',
  ],
  ['chunks that are not last', ['Transfer-Encoding: chunked, identity'], '0\r\n\r\n'],
  ['chunks of another name', ['Transfer-Encoding: xchunked', 'Content-Length: 4'], 'abcd'],
  ['a bare line feed in the head', ['X: y\nTransfer-Encoding: chunked', 'Content-Length: 4'], 'abcd'],
  ['a carriage return in a header', ['X: y\rz', 'Content-Length: 4'], 'abcd'],
  ['a zero byte in a header', ['X: y\0z', 'Content-Length: 4'], 'abcd'],
  ['a chunk size that is no number', ['Transfer-Encoding: chunked'], 'zz\r\n'],
  ['a chunk longer than its size', ['Transfer-Encoding: chunked'], '1\r\nabcdef\r\n0\r\n\r\n'],
  ['a chunk size beyond all numbers', ['Transfer-Encoding: chunked'], 'fffffffffffffffff\r\n'],
  ['a negative chunk size', ['Transfer-Encoding: chunked'], '-1\r\n\r\n'],
];

describe('what stands behind a request whose end is in doubt is not taken for one', () => {
  test.each(broken)('%s, to a plain site', async (_what, lines, body) => {
    proxy.asked.length = 0;
    const answer = await proxy.plain(Buffer.from(post(...lines) + body + smuggled(), 'latin1'), 1_000);
    expect(proxy.asked.filter((path) => path === '/smuggled')).toEqual([]);
    expect(answer).not.toContain('page /smuggled');
    await expectGoodOnes();
  });

  test.each(broken)('%s, in a tunnel to a host of Meta’s', async (_what, lines, body) => {
    const id = `smuggled-${calls}`;
    const behind = `GET /tr/?id=1&ev=Lead&eid=${id} HTTP/1.1\r\nHost: www.facebook.com\r\n\r\n`;
    const answer = await proxy.secure(
      Buffer.from(inTunnel(...lines) + body + behind, 'latin1'),
      'www.facebook.com',
      1_000,
    );
    expect(answer.match(/HTTP\/1\.1 200 /g) ?? []).toEqual([]);
    await expectGoodOnes();
  });
});

describe('answered or hung up on, and the next ones go through', () => {
  const oddRequests: [string, () => string][] = [
    ['a head of 300 KB', () => `GET http://${proxy.site}/ HTTP/1.1\r\nX: ${'x'.repeat(300_000)}\r\n\r\n`],
    ['ten thousand headers', () => `GET http://${proxy.site}/ HTTP/1.1\r\n${'X: y\r\n'.repeat(10_000)}\r\n`],
    ['an address of 300 KB', () => `GET http://${proxy.site}/${'a'.repeat(300_000)} HTTP/1.1\r\n\r\n`],
    ['a TLS greeting in plain', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['HTTP/2 without asking', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a relative address', () => 'GET /tr/?id=1 HTTP/1.1\r\nHost: www.facebook.com\r\n\r\n'],
    ['an address without a host', () => 'GET http:///x HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['an asterisk', () => 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a port beyond all ports', () => 'GET http://shop.example:99999/ HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['port zero', () => 'GET http://127.0.0.1:0/ HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a host in broken brackets', () => 'GET http://[::1/ HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['bytes in the path', () => `GET http://${proxy.site}/\xff\x80 HTTP/1.1\r\nHost: x\r\n\r\n`],
    [
      'an upgrade to nothing',
      () => `GET http://${proxy.site}/ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: \r\n\r\n`,
    ],
    [
      'an upgrade without an address',
      () => 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    ],
    ...[
      '',
      ':',
      ':443',
      'x',
      '[::1',
      '[::1]:x',
      'www.facebook.com:99999',
      'www.facebook.com:-1',
      '127.0.0.1:0',
      'a:b:c',
      'http://x/',
      '/',
      '*',
      'x'.repeat(70_000),
    ].map((target): [string, () => string] => [
      `CONNECT to “${target.slice(0, 30)}”`,
      () => `CONNECT ${target} HTTP/1.1\r\nHost: x\r\n\r\n`,
    ]),
  ];

  test.each(oddRequests)('%s', async (_what, bytes) => {
    const answer = await proxy.plain(Buffer.from(bytes(), 'latin1'), 1_500);
    expect(answer.match(/^HTTP\/1\.1 \d/gm)?.length ?? 0).toBeLessThan(3);
    await expectGoodOnes();
  });

  test('a header of the request is no header of the answer', async () => {
    const target = `http://${proxy.site}/%0d%0aX-Injected:%20yes`;
    const answers = [
      await proxy.plain(`GET ${target} HTTP/1.1\r\nHost: ${proxy.site}\r\nConnection: close\r\n\r\n`),
      await proxy.plain('CONNECT x%0d%0aX-Injected:yes:1 HTTP/1.1\r\nHost: x\r\n\r\n'),
      await proxy.secure(
        'GET /tr/?id=1&ev=Lead HTTP/1.1\r\nHost: www.facebook.com\r\nOrigin: https://x\tX-Injected: yes\r\nConnection: close\r\n\r\n',
      ),
    ];
    for (const answer of answers) expect(answer.split('\r\n\r\n')[0]).not.toMatch(/^x-injected/im);
    await expectGoodOnes();
  });

  test('the host of a request in a tunnel does not lead it out of the tunnel', async () => {
    proxy.asked.length = 0;
    const misdirected = [
      `GET /out HTTP/1.1\r\nHost: ${proxy.site}\r\nConnection: close\r\n\r\n`,
      `GET http://${proxy.site}/out HTTP/1.1\r\nHost: www.facebook.com\r\nConnection: close\r\n\r\n`,
    ];
    for (const request of [...misdirected, ...misdirected]) await proxy.secure(request);
    expect(proxy.asked).not.toContain('/out');
    await expectGoodOnes();
  });

  test('garbage after TLS, and a greeting that is cut', async () => {
    expect(await proxy.secure(Buffer.alloc(100_000, 0xee))).not.toMatch(/ 200 /);
    for (const garbage of [
      Buffer.alloc(5000, 0x16),
      Buffer.from('\x16\x03\x01\x02\x00\x01', 'latin1'),
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
    ]) {
      const opening = Buffer.concat([Buffer.from('CONNECT www.facebook.com:443 HTTP/1.1\r\nHost: x\r\n\r\n'), garbage]);
      await proxy.plain(opening, 500);
    }
    await expectGoodOnes();
  });
});

describe('those who hold on', () => {
  test('hundreds of slow heads, slow tunnels, half-open and silent sockets keep no one else out', {
    timeout: 120_000,
  }, async () => {
    const beginnings = [
      'GET http://shop.example/ HTTP/1.1\r\nX-Slow: ',
      'CONNECT www.facebook.com:443 HTTP/1.1\r\nX-Slow: ',
      'CONNECT www.facebook.com:443 HTTP/1.1\r\nHost: x\r\n\r\n',
      `POST http://${proxy.site}/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\na`,
      '',
    ];
    const sockets = Array.from({ length: 400 }, (_, n) => {
      const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
      socket.on('error', () => undefined).resume();
      socket.write(beginnings[n % beginnings.length] ?? '');
      if (n % 2 === 0) socket.end();
      return socket;
    });
    await Promise.all(sockets.map((socket) => (socket.pending ? once(socket, 'connect') : null)));
    await expectGoodOnes();
    for (const socket of sockets) socket.destroy();
    await expectGoodOnes();
  });
});

describe('bodies that are made to fill the machine', () => {
  /** Kilobytes that are a gigabyte when they are unpacked. */
  const bomb = gzipSync(Buffer.alloc(2 ** 30));
  const head = (path: string, host: string, encoding: string, length: number) =>
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: text/plain\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`;

  test.each([
    ['/tr/', 'www.facebook.com'],
    ['/v25.0/1/events?access_token=t', 'graph.facebook.com'],
  ])('a gigabyte in gzip to %s of %s costs no gigabyte', { timeout: 120_000 }, async (path, host) => {
    const before = await proxy.memory();
    let most = before;
    const bytes = Buffer.concat([Buffer.from(head(path, host, 'gzip', bomb.length)), bomb]);
    const bombs = Array.from({ length: 4 }, () => proxy.secure(bytes, host, 20_000));
    let isOver = false;
    const watched = Promise.all(bombs).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      most = Math.max(most, await proxy.memory());
      await Promise.race([watched, new Promise((next) => setImmediate(next))]);
    }
    expect(most - before).toBeLessThan(400 * 2 ** 20);
    await expectGoodOnes();
  });

  test.each(['gzip', 'br', 'zstd', 'deflate', 'gzip, gzip', 'unknown'])(
    'a body that is no %s, though it says so',
    async (encoding) => {
      const answer = await proxy.secure(`${head('/tr/?id=1&ev=Lead', 'www.facebook.com', encoding, 7)}garbage`);
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
      await expectGoodOnes();
    },
  );
});

describe('on the way to Meta', () => {
  test('bombs and broken bodies for the Conversions API go on as they came, and Meta’s answer comes back', {
    timeout: 120_000,
  }, async () => {
    const internet = await startFakeInternet();
    internet.answer = () => ({
      statusCode: 400,
      headers: { 'content-type': 'application/json' },
      body: '{"error":{}}',
    });
    const forwarding = await startHostileProxy(temporaryFolder(), 'forward', internet.proxyUrl);
    try {
      const before = await forwarding.memory();
      const bodies = [gzipSync(Buffer.alloc(2 ** 29)), Buffer.from('no gzip at all')];
      for (const body of bodies) {
        const head = `POST /v25.0/1/events HTTP/1.1\r\nHost: graph.facebook.com\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
        const answer = await forwarding.secure(Buffer.concat([Buffer.from(head), body]), 'graph.facebook.com', 20_000);
        expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*\{"error":\{\}\}/);
      }
      expect(internet.arrivals.map(({ body }) => body.buffer.length)).toEqual(bodies.map(({ length }) => length));
      expect((await forwarding.memory()) - before).toBeLessThan(400 * 2 ** 20);
      expect((await forwarding.goodPage()).status).toBe(200);
    } finally {
      forwarding.kill();
    }
  });
});

/** TWINLANE_FUZZ=100000 is the long run. */
const count = Number(process.env.TWINLANE_FUZZ ?? 1500);
const seed = Number(process.env.TWINLANE_FUZZ_SEED ?? 20_261_124);
const perRound = 100;

test(
  `${count} requests made from seed ${seed}, half of them behind TLS, crash nothing and take no memory; each good one between them is captured`,
  async () => {
    const before = await proxy.memory();
    for (let round = 0; round * perRound < count; round += 1) {
      const half = { count: perRound / 2, site: proxy.site };
      const plain = hostileProxyRequests(seed + round, half.count, { site: half.site, inTunnel: false });
      const inside = hostileProxyRequests(seed + round, half.count, { site: half.site, inTunnel: true });
      await Promise.all([
        ...plain.map((bytes) => throwAt(proxy.port, bytes, 1_000)),
        ...inside.map(async (bytes) => exchange(await proxy.openSecure(), bytes, 1_000)),
      ]);
      await expectGoodOnes();
    }
    await eventually(async () => (await proxy.memory()) - before < 400 * 2 ** 20, { withinMs: 10_000 });
    const ids = new Set((await proxy.end()).filter((id) => id.startsWith('good-')));
    expect(ids.size).toBe(calls);
  },
  60_000 + count * 60,
);
