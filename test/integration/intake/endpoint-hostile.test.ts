/** Hostile HTTP against the test endpoint in a process of its own: smuggling, bad chunks, large heads, fuzz. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import { payload, purchase } from '../../support/capi.ts';
import { hostileRequests } from '../../support/hostile-requests.ts';
import { openEndpoint, rawExchange } from '../../support/open-endpoint.ts';
import { temporaryFolderForFile } from '../../support/temp-folder.ts';

const event = (id: string) => JSON.stringify({ data: [purchase(id)] });
const smuggled = `POST /v25.0/1/events?access_token=t HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${event('smuggled').length}\r\n\r\n${event('smuggled')}`;
const head = (...lines: string[]) =>
  `${['POST /v25.0/1/events?access_token=t HTTP/1.1', 'Host: localhost', ...lines].join('\r\n')}\r\n\r\n`;

describe('refused at once, and what stands behind it is not taken', () => {
  test.each<[string, string]>([
    ['a length and chunks', `${head('Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\n${smuggled}`],
    ['chunks that are not last', `${head('Transfer-Encoding: chunked, identity')}0\r\n\r\n${smuggled}`],
    ['chunks of another name', `${head('Transfer-Encoding: xchunked', 'Content-Length: 4')}abcd${smuggled}`],
    ['two lengths', `${head('Content-Length: 4', 'Content-Length: 5')}abcd${smuggled}`],
    ['a list of lengths', `${head('Content-Length: 4, 4')}abcd${smuggled}`],
    ['a signed length', `${head('Content-Length: +4')}abcd${smuggled}`],
    ['a negative length', `${head('Content-Length: -4')}${smuggled}`],
    ['a space before the colon', `${head('Transfer-Encoding : chunked', 'Content-Length: 4')}abcd${smuggled}`],
    ['a bare line feed in the head', `${head('X: y\nTransfer-Encoding: chunked', 'Content-Length: 4')}abcd${smuggled}`],
    ['a carriage return in a header', `${head('X: y\rz', 'Content-Length: 4')}abcd${smuggled}`],
    ['a zero byte in a header', `${head('X: y\0z', 'Content-Length: 4')}abcd${smuggled}`],
    ['a chunk size that is no number', `${head('Transfer-Encoding: chunked')}zz\r\n${smuggled}`],
    ['a chunk longer than its size', `${head('Transfer-Encoding: chunked')}1\r\nabcdef\r\n0\r\n\r\n${smuggled}`],
    ['a chunk size beyond all numbers', `${head('Transfer-Encoding: chunked')}fffffffffffffffff\r\n${smuggled}`],
    ['no host', `POST /v25.0/1/events HTTP/1.1\r\nConnection: close\r\n\r\n`],
    ['two hosts', head('Host: evil.example', 'Connection: close')],
    ['a head of 40 KB', head(`X: ${'x'.repeat(40_000)}`)],
    ['a thousand headers of some size', head(...Array.from({ length: 1000 }, (_, n) => `X-${n}: ${'y'.repeat(20)}`))],
    ['a path of 40 KB', `POST /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    [
      'an address of another host',
      `POST http://evil.example/v25.0/1/ads HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    ],
  ])('%s', async (_what, bytes) => {
    const { port, events, post } = await openEndpoint();
    const answer = await rawExchange(port, Buffer.from(bytes, 'latin1'), 2_000);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(events()).toEqual([]);
    expect((await post(event('good'), { 'content-type': 'application/json' })).status).toBe(200);
  });

  test('a tunnel is not opened', async () => {
    const { port } = await openEndpoint();
    const answer = await rawExchange(
      port,
      'CONNECT graph.facebook.com:443 HTTP/1.1\r\nHost: graph.facebook.com:443\r\n\r\n',
      2_000,
    );
    expect(answer).not.toMatch(/^HTTP\/1\.1 2/);
  });

  test('nothing of the request comes back as a header', async () => {
    const { port } = await openEndpoint();
    const bytes =
      'GET /v25.0/%0d%0aX-Injected:%20yes?access_token=t HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    expect((await rawExchange(port, bytes)).split('\r\n\r\n')[0]).not.toMatch(/injected/i);
  });
});

const folder = temporaryFolderForFile();

/** TWINLANE_FUZZ=100000 is the long run. */
const count = Number(process.env.TWINLANE_FUZZ ?? 4000);
const seed = Number(process.env.TWINLANE_FUZZ_SEED ?? 20_261_124);
const perRound = 200;
const maxGrowth = 400 * 2 ** 20;

describe(`${count} requests made from seed ${seed}`, () => {
  let child: ChildProcess;
  let port = 0;
  let path = '';
  beforeAll(async () => {
    path = join(folder, 'fuzz.twinlane');
    child = fork(fileURLToPath(new URL('../../support/endpoint-child.ts', import.meta.url)), [path]);
    [{ port }] = (await once(child, 'message')) as [{ port: number }];
  });
  afterAll(() => void child.kill());

  const memory = async () => {
    child.send('memory');
    const [{ rss }] = (await once(child, 'message')) as [{ rss: number }];
    return rss;
  };
  const good = (id: string) =>
    fetch(`http://127.0.0.1:${port}/v25.0/1/events?access_token=t`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: payload(purchase(id, { event_time: Math.floor(Date.now() / 1000) })),
    });

  test(
    'crash nothing, take no memory, and each good request between them is answered and stored',
    async () => {
      const before = await memory();
      const rounds = Math.ceil(count / perRound);
      for (let round = 0; round < rounds; round += 1) {
        await Promise.all(hostileRequests(seed + round, perRound).map((bytes) => throwAt(port, bytes)));
        const answer = await good(`good-${round}`);
        expect([round, answer.status]).toEqual([round, 200]);
        await answer.arrayBuffer();
      }
      expect(child.exitCode).toBeNull();
      expect((await memory()) - before).toBeLessThan(maxGrowth);
      child.disconnect();
      await once(child, 'exit');
      const session = openSessionFile(path, { mode: 'read-only' });
      const stored = [...session.facts()].flatMap((fact) =>
        fact.kind === 'server-record' ? [/"event_id":"(good-\d+)"/.exec(fact.body)?.[1] ?? ''] : [],
      );
      session.close();
      expect(new Set(stored.filter((id) => id !== '')).size).toBe(rounds);
    },
    60_000 + count * 20,
  );
});

/** Sends it all, says that no more will come, and waits for the other side to end. */
function throwAt(port: number, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.end(bytes));
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on('data', () => undefined);
    socket.on('end', () => socket.destroy());
    socket.on('error', () => undefined).on('close', () => resolve());
  });
}
