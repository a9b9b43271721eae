/** Logs that are packed: gzip, Zstandard and ZIP, cut, damaged and hostile ones; and rotated sets in their order. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expandGlob } from '../../../electron/core/intake/expand-glob.ts';
import { readLog, readLogFile } from '../../../electron/core/intake/read-log.ts';
import { byAge } from '../../../electron/core/intake/rotation.ts';
import { refuseBomb } from '../../../electron/core/intake/unpack.ts';
import { payload, purchase } from '../../support/capi.ts';
import { recordingHandle } from '../../support/recording-handle.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { zip } from '../../support/zip.ts';

const line = (id: string) => `${payload(purchase(id))}\n`;
const many = Array.from({ length: 3000 }, (_, n) => line(`${n}${'x'.repeat((n * 7919) % 97)}`)).join('');

async function read(bytes: Buffer, pieceBytes = 64 * 1024) {
  const handle = recordingHandle();
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  };
  await readLog(Readable.from(pieces()), handle);
  return { places: handle.records().map(({ place }) => place), problems: handle.problems() };
}

describe.each([
  ['gzip', (text: string) => gzipSync(text)],
  ['Zstandard', (text: string) => zstdCompressSync(text)],
])('%s', (_packing, pack) => {
  test.each([1, 7, 100_000])('is read in pieces of %i bytes, also where it was packed in parts', async (pieceBytes) => {
    const parts = [pack(line('a')), pack(`other\n${line('b')}`), pack(line('c'))];
    expect(await read(Buffer.concat(parts), pieceBytes)).toEqual({
      places: ['line 1', 'line 3', 'line 4'],
      problems: [],
    });
  });
  test('that is cut gives what could be read, and says so', async () => {
    const packed = pack(many);
    const { places, problems } = await read(packed.subarray(0, packed.length - 2000), 1000);
    expect(places.length).toBeGreaterThan(10);
    expect(problems.map(({ reason }) => reason)).toContain('The compressed log is cut or damaged from here on.');
  });
  test('with garbage behind it keeps what came before', async () => {
    const { places, problems } = await read(
      Buffer.concat([pack(many), Buffer.from('garbage that is no packed log')]),
      500,
    );
    expect(places.length).toBeGreaterThan(1000);
    expect(problems.map(({ reason }) => reason)).toContain('The compressed log is cut or damaged from here on.');
  });
});

test('a source that fails while it is unpacked is an error, not an endless wait', async () => {
  const failing = async function* () {
    yield zstdCompressSync(many).subarray(0, 1000);
    throw new Error('disk gone');
  };
  await expect(readLog(failing(), recordingHandle())).rejects.toThrow('disk gone');
});

describe('a ZIP archive', () => {
  const archive = zip([
    { name: 'logs/', content: '', isStored: true },
    { name: 'logs/app.log', content: line('new') },
    { name: 'logs/app.log.1', content: `x\n${line('old')}`, isStored: true },
    { name: 'logs/app.log.2.gz', content: gzipSync(line('oldest')) },
    { name: 'logo.png', content: Buffer.from([0x89, 0x50, 0, 1, 2, 3]) },
    { name: 'secret.log', content: line('locked'), flags: 1 },
    { name: 'inner.zip', content: zip([{ name: 'a.log', content: line('inner') }]) },
  ]);
  const expected = ['app.log.2.gz line 1', 'app.log.1 line 2', 'app.log line 1'];
  const reasons = (problems: { place: string; reason: string }[]) =>
    problems.map(({ place, reason }) => `${place}: ${reason}`);

  test('is read member by member, oldest first; what cannot be read is named', async () => {
    const { places, problems } = await read(archive, 1000);
    expect(places).toEqual(expected);
    expect(reasons(problems)).toEqual([
      'inner.zip line 1: It is an archive in an archive; unpack it first.',
      'logo.png line 1: It is not a log, and was passed over.',
      'secret.log line 1: It is locked with a password; unpack it first.',
    ]);
  });
  test('is read from its file as from a stream', async () => {
    const path = join(temporaryFolder(), 'logs.zip');
    await writeFile(path, archive);
    const handle = recordingHandle();
    await readLogFile(path, handle);
    expect(handle.records().map(({ place }) => place)).toEqual(expected);
  });
  test('that is cut is refused in words', async () => {
    await expect(read(archive.subarray(0, 200))).rejects.toMatchObject({
      message: 'test.log is a ZIP archive that is cut or damaged.',
    });
  });
  test('that claims a smaller member than it holds does not get the rest in', async () => {
    const { problems } = await read(zip([{ name: 'a.log', content: line('a').repeat(100), claimedSize: 50 }]));
    expect(reasons(problems)).toEqual(['a.log line 1: The compressed log is cut or damaged from here on.']);
  });
  test('without members is read', async () => {
    expect(await read(zip([]))).toEqual({ places: [], problems: [] });
  });
});

describe('a bomb', () => {
  const blank = Buffer.alloc(2 ** 20, '\n');
  const bombBytes = Buffer.alloc(80 * 2 ** 20, 'x');
  test('is stopped by its growth, and what came before it is kept', async () => {
    const bytes = async function* () {
      for (let count = 0; count < 10_000; count++) yield blank;
    };
    let taken = 0;
    const taking = async () => {
      for await (const chunk of refuseBomb(bytes(), () => 1000)) taken += chunk.length;
    };
    await expect(taking()).rejects.toThrow('unpacks to more than 400 times its size');
    expect(taken).toBeLessThan(100 * 2 ** 20);
  });
  test.each([
    ['gzip', () => gzipSync(Buffer.concat([Buffer.from(line('a')), bombBytes]))],
    ['ZIP', () => zip([{ name: 'a.log', content: Buffer.concat([Buffer.from(line('a')), bombBytes]) }])],
  ])('in %s is named', async (_packing, make) => {
    const { places, problems } = await read(make());
    expect(places).toHaveLength(1);
    expect(problems).toMatchObject([{ reason: expect.stringContaining('400 times its size') }]);
  });
});

test.each([
  ['bzip2', Buffer.from('BZh91AY&SY')],
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4])],
])('%s is refused with what to do', async (_packing, bytes) => {
  await expect(read(bytes)).rejects.toMatchObject({
    message: expect.stringContaining('unpack it, or pack it with gzip'),
  });
});

test('rotated logs are in the order in which they were written', () => {
  const inOrder = [
    'a.log',
    'app.log-20251214.zst',
    'app.log-20251215',
    'app.log.10.gz',
    'app.log.9',
    'app.log.1',
    'app.log',
    'shop.log.2025-12-15',
    'shop.log.2025-12-16.gz',
    'shop.log',
  ];
  expect(inOrder.toReversed().sort(byAge)).toEqual(inOrder);
  expect(inOrder.toSorted().sort(byAge)).toEqual(inOrder);
});

test('a glob gives a rotated set oldest first', async () => {
  const folder = temporaryFolder();
  await mkdir(join(folder, 'app.log.d'));
  for (const name of ['app.log', 'app.log.1', 'app.log.2.gz', 'app.log.11.gz'])
    await writeFile(join(folder, name), 'x');
  const names = (await expandGlob(join(folder, 'app.log*'))).map((path) => path.slice(folder.length + 1));
  expect(names).toEqual(['app.log.11.gz', 'app.log.2.gz', 'app.log.1', 'app.log']);
});
