/** Logs that are hostile or huge: tokens in them, lines longer than memory, a store that fails, any bytes at all. */
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLog } from '../../../electron/core/intake/read-log.ts';
import { payload, purchase } from '../../support/capi.ts';
import { readWholeLog as read } from '../../support/read-whole-log.ts';
import { recordingHandle } from '../../support/recording-handle.ts';

const one = (id: string) => payload(purchase(id));

const graph = 'https://graph.facebook.com/v25.0/1234567890/events';

test('tokens are in no fact', async () => {
  const canary = 'Zq7canary9Token8';
  const log = [
    `{"url":"${graph}?access_token=${canary}","headers":{"Authorization":"Bearer ${canary}"},"body":${JSON.stringify(one('a'))}}`,
    `curl -F 'data=[${JSON.stringify(purchase('b'))}]' -F 'access_token=${canary}' ${graph}`,
    `${graph} access_token=${canary}&data=${encodeURIComponent(`[${JSON.stringify(purchase('c'))}]`)}`,
    JSON.stringify({ m: JSON.stringify({ m: JSON.stringify({ access_token: canary, data: [purchase('d')] }) }) }),
    `{"access_token":"${canary}","event_name":"x","event_time":`,
    `{"response":{"events_received":1,"access_token":"${canary}"}}`,
  ].join('\n');
  const { handle, found } = await read(log);
  expect(found.map(([id]) => id)).toEqual(['a', 'b', 'c', 'd']);
  expect(JSON.stringify(handle.facts)).not.toContain(canary);
});

test('a line of 100 MB is read', async () => {
  const handle = recordingHandle();
  const piece = Buffer.alloc(2 ** 20, 'x');
  const pieces = function* () {
    yield Buffer.from('{"junk":"');
    for (let count = 0; count < 100; count++) yield piece;
    yield Buffer.from(`","p":${one('a')}}\n${one('b')}\n`);
  };
  await readLog(Readable.from(pieces()), handle);
  expect(handle.records().map(({ place }) => place)).toEqual(['line 1', 'line 2']);
  expect(handle.records()[0]?.body.length).toBeGreaterThan(100 * 2 ** 20);
});

test('a line of a gigabyte, longer than can be held, is named, and the next is read', async () => {
  const handle = recordingHandle();
  const piece = Buffer.alloc(16 * 2 ** 20, 'x');
  const pieces = function* () {
    for (let count = 0; count < 64; count++) yield piece;
    yield Buffer.from(`\n${one('b')}\n`);
  };
  await readLog(Readable.from(pieces()), handle);
  expect(handle.problems()).toMatchObject([{ place: 'line 1', reason: expect.stringContaining('256 MB') }]);
  expect(handle.records().map(({ place }) => place)).toEqual(['line 2']);
});

test('facts that cannot be stored are an error of the reader', async () => {
  const handle = recordingHandle();
  handle.isFull = true;
  await expect(readLog(Readable.from([Buffer.from(one('a'))]), handle)).rejects.toThrow('disk full');
});

test('no bytes break the reader, and every readable line among them is found', async () => {
  const parts = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    '\n',
    '\r\n',
    ' ',
    ',',
    'event_name',
    '"event_time":1',
    'access_token=',
    'data=',
    '%5B',
    '200 POST ',
    '2025-01-01 00:00:00 ',
    'fbtrace_id',
    'é',
    '\u0000',
  );
  const junk = fc.array(fc.oneof(parts, fc.string()), { maxLength: 40 }).map((list) => list.join(''));
  await fc.assert(
    fc.asyncProperty(junk, junk, async (before, after) => {
      const { found } = await read(`ok\n${'x'.repeat(4096)}\n${before}\n${one('a')}\n${after}`, 1000);
      expect(found.map(([id]) => id)).toContain('a');
    }),
    { numRuns: 500 },
  );
});
