/** Recordings that are read by a worker: the core stays free, reading can be stopped, and nothing else is lost with it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { importBrowserFile, importBrowserRecording } from '../../electron/core/capture/import-recording.ts';
import { stoppedReason } from '../../electron/core/file-reading.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { collectInput } from '../support/collected-input.ts';
import { run } from '../support/command-line.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder, temporaryFolderForFile } from '../support/temp-folder.ts';

const folder = temporaryFolderForFile();
const large = join(folder, 'large.har');
const someCalls = 600;
/** How long this machine takes to parse it just now. */
let parseMs: number;

const pixelCall = (id: number) => ({
  request: { method: 'GET', url: `https://www.facebook.com/tr/?id=1&ev=Lead&eid=e${id}` },
  response: { status: 200 },
});

/** Many small values, as in the timings and headers of a recorder that notes everything: slow for its size. */
function harText(calls: number, megabytes: number): string {
  const small = `[${Array.from({ length: 1000 }, (_, n) => `{"n":${n},"of":[]}`).join()}]`;
  const filler = `{"request":{"method":"GET","url":"https://shop.example/"},"_noted":${small}}`;
  const entries = Array.from({ length: calls }, (_, id) => JSON.stringify(pixelCall(id)));
  for (let size = 0; size < megabytes * 2 ** 20; size += filler.length) entries.push(filler);
  return `{"log":{"version":"1.2","entries":[${entries.join()}]}}`;
}

beforeAll(() => {
  writeFileSync(large, harText(someCalls, 60));
  const text = readFileSync(large, 'utf8');
  const start = performance.now();
  JSON.parse(text);
  parseMs = performance.now() - start;
});

/** The longest time in which nothing else could be done, from now until it is asked. */
function watchPauses(): () => number {
  let last = performance.now();
  let longestMs = 0;
  const look = () => {
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(look, 5);
  onTestFinished(() => clearInterval(timer));
  return () => {
    look();
    return longestMs;
  };
}

const countCalls = (facts: { kind: string }[]) => facts.filter(({ kind }) => kind === 'browser-call').length;

test('while a large HAR is read the core is never held up for as long as its parsing takes', async () => {
  const collected = collectInput();
  const longestMs = watchPauses();
  await importBrowserFile(large, collected.open);
  expect(longestMs()).toBeLessThan(parseMs / 2);
  expect(countCalls(collected.facts)).toBe(someCalls);
});

test('the same for bytes in memory, which are handed over', async () => {
  const collected = collectInput();
  const bytes = readFileSync(large);
  const longestMs = watchPauses();
  await importBrowserRecording(bytes, 'large.har', collected.open);
  expect(longestMs()).toBeLessThan(parseMs / 2);
  expect(countCalls(collected.facts)).toBe(someCalls);
});

test('the bytes that are told add up to those of the file', async () => {
  let told = 0;
  const onBytes = (count: number) => {
    told += count;
  };
  await importBrowserFile(large, collectInput().open, { onBytes, isStopped: () => false });
  expect(Math.round(told)).toBe(readFileSync(large).length);
});

test('stopped in the middle of parsing it ends soon: an input without events that says so', async () => {
  const collected = collectInput();
  const start = performance.now();
  const stopAt = start + parseMs / 3;
  const isStopped = () => performance.now() > stopAt;
  await importBrowserFile(large, collected.open, { onBytes: () => undefined, isStopped });
  expect(performance.now() - start).toBeLessThan(parseMs);
  expect(collected.inputs).toMatchObject([{ kind: 'har', name: 'large.har', records: 1, skipped: 1 }]);
  expect(collected.facts).toEqual([{ kind: 'problem', input: 0, place: 'record 0', reason: stoppedReason }]);
});

test('no more than a batch is read ahead of what is stored', async () => {
  let read = 0;
  const listen = (worker: Worker) => {
    worker.on('message', ({ did }) => {
      if (did === 'read') read += 1;
    });
  };
  process.once('worker', listen);
  onTestFinished(() => void process.off('worker', listen));
  let stored = 0;
  let readAhead = 0;
  const { open } = collectInput();
  await importBrowserFile(large, (kind, name) => ({
    ...open(kind, name),
    sink: {
      async add() {
        stored += 1;
        if (stored > 1) return;
        await eventually(() => read > 2, { withinMs: 500 }).catch(() => undefined);
        readAhead = read;
      },
    },
  }));
  expect(stored).toBeGreaterThan(2);
  expect(readAhead).toBeLessThanOrEqual(2);
});

test.each([
  ['a HAR', `{"log":{"version":"1.2","entries":[${[0, 1, 2].map((id) => JSON.stringify(pixelCall(id)))},7]}}`],
  ['NDJSON', '{"url":"https://www.facebook.com/tr/?id=1&ev=Lead","page":"https://größe.example/"}\n\nno call\n'],
])('%s gives the same facts, in the same order, read by a worker or on the spot', async (_what, text) => {
  const here = collectInput();
  const apart = collectInput();
  await importBrowserRecording(text, 'shop', here.open);
  // What is packed may be large.
  await importBrowserRecording(gzipSync(text), 'shop', apart.open);
  expect(here.facts.length).toBeGreaterThan(1);
  expect(apart.facts).toEqual(here.facts);
  expect(apart.inputs).toEqual(here.inputs);
});

const blanks = ' '.repeat(2 * 2 ** 20);

describe('a worker refuses in the same words', () => {
  test.each([
    ['white space', blanks, 'is empty'],
    ['another JSON', `{"a":1}${blanks}`, 'is not a HAR: it is a JSON file without log.entries'],
    ['text', `hello${blanks}`, 'is not a HAR: it is not JSON'],
    ['a broken one', `{"log"${blanks}!}`, `is not a HAR: its JSON is broken at character ${7 + blanks.length}`],
    [
      'one that is cut',
      `{"log":${blanks}{`,
      `is cut off: its JSON ends at character ${8 + blanks.length}, before it is`,
    ],
    ['damaged gzip', gzipSync('{"log":{"entries":[]}}').subarray(0, 20), 'cannot be unpacked: its gzip data is cut'],
    ['a bomb', gzipSync(Buffer.alloc(501 * 2 ** 20, ' ')), 'is larger than 500 MB'],
  ])('%s', async (_what, content, reason) => {
    const path = join(temporaryFolder(), 'shop.har');
    writeFileSync(path, content);
    const collected = collectInput();
    const thrown = await importBrowserFile(path, collected.open).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Refusal);
    expect(thrown).toMatchObject({ code: 'unreadable-file', message: expect.stringContaining(`${path} ${reason}`) });
    expect(collected.inputs).toEqual([]);
  });
});

/** Runs the command line on a recording with something that befalls the worker, and the worker only. */
function analyzeWhile(befalls: string) {
  const home = temporaryFolder();
  const path = join(home, 'shop.har');
  writeFileSync(path, harText(someCalls, 2));
  const file = join(home, 'befalls.mjs');
  writeFileSync(
    file,
    `import { isMainThread, parentPort } from 'node:worker_threads';
     const post = parentPort?.postMessage.bind(parentPort);
     const befall = (did, what) => { parentPort.postMessage = (told) => { if (told.did === did) what(); post(told); }; };
     const fill = () => { for (let all = null; ; ) all = { all }; };
     if (!isMainThread) ${befalls};`,
  );
  const node = `--import=${file} --max-old-space-size=128`;
  return run(['analyze', '--browser', path, '--format', 'json'], { home, env: { NODE_OPTIONS: node } });
}

const noMemory = 'it needs more memory than there is. Record fewer pages, or filter before saving.';
const failed = 'the part of Twinlane that reads recordings has failed.';

describe('a worker that dies', () => {
  test.each([
    ['runs out of memory', 'fill()', noMemory],
    ['ends', 'process.exit()', failed],
    ['breaks', "befall('recognize', () => { throw new TypeError('secret') })", failed],
  ])('before anything is read: it %s, and the recording is refused', async (_what, befalls, why) => {
    const { status, out, err } = await analyzeWhile(befalls);
    expect(err).toContain(`shop.har could not be read: ${why}`);
    expect([status, out]).toEqual([2, '']);
    expect(err).not.toMatch(/secret|Uncaught/);
  });

  test.each([
    ['runs out of memory', 'fill', noMemory],
    ['ends', 'process.exit', failed],
    ['breaks', "() => { throw new TypeError('secret') }", failed],
  ])('after something was read: it %s, what was read stays, and a problem says so', async (_what, befalls, why) => {
    const { out, err } = await analyzeWhile(`befall('end', ${befalls})`);
    const [input] = JSON.parse(out).inputs;
    expect(input).toMatchObject({ kind: 'har', events: someCalls });
    expect(input.problems).toMatchObject([{ reason: `Reading ended here: ${why}` }]);
    expect(err).not.toMatch(/secret|Uncaught/);
  });
});
