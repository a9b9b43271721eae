/** Files as users have them: packed, in other encodings, cut, or not what they are called. */
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { importBrowserFile } from '../../electron/core/capture/import-recording.ts';
import { recognizeFile } from '../../electron/core/capture/recognize-file.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { collectInput } from '../support/collected-input.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { tried } from '../support/tried.ts';

const har = JSON.stringify(
  {
    log: {
      version: '1.2',
      entries: [
        {
          request: { method: 'GET', url: 'https://www.facebook.com/tr/?id=1&ev=Lead&eid=Gr%C3%B6%C3%9Fe' },
          response: { status: 200 },
        },
      ],
    },
  },
  null,
  2,
);
const ndjson =
  '{"method":"GET","url":"https://www.facebook.com/tr/?id=1&ev=Lead&eid=Gr%C3%B6%C3%9Fe","page":"https://größe.example/"}\n';

function file(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** UTF-16, least significant byte first, or the other way. */
function utf16(text: string, { bom, swapped }: { bom: boolean; swapped: boolean }): Buffer {
  const bytes = Buffer.from(bom ? `\ufeff${text}` : text, 'utf16le');
  return swapped ? bytes.swap16() : bytes;
}

async function refusal(path: string): Promise<string> {
  const collected = collectInput();
  const thrown = await importBrowserFile(path, collected.open).catch((error: unknown) => error);
  if (!(thrown instanceof Refusal)) throw new Error('a refusal was expected', { cause: thrown });
  expect(thrown.code).toBe('unreadable-file');
  expect(thrown.message).not.toContain('\n');
  expect(collected.inputs).toEqual([]);
  return thrown.message;
}

const forms: [string, (text: string) => string | Uint8Array][] = [
  ['plain', (text) => text],
  ['gzip', (text) => gzipSync(text)],
  ['UTF-8 with a byte order mark', (text) => `\ufeff${text}`],
  ['UTF-16 LE', (text) => utf16(text, { bom: true, swapped: false })],
  ['UTF-16 BE', (text) => utf16(text, { bom: true, swapped: true })],
  ['UTF-16 LE without a mark', (text) => utf16(text, { bom: false, swapped: false })],
  ['gzip of UTF-16', (text) => gzipSync(utf16(text, { bom: true, swapped: false }))],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
];

describe.each([
  ['har', har],
  ['browser-ndjson', ndjson],
] as const)('a file of the kind %s', (kind, text) => {
  test.each(forms)('%s: is known by its content and read whole, whatever its name', (form, encode) =>
    tried({ kind: 'file form', what: `${kind}, ${form}`, version: '', way: 'opened' }, async () => {
      const path = file('recording.bin', encode(text));
      expect(await recognizeFile(path)).toBe(kind);
      const collected = collectInput();
      await importBrowserFile(path, collected.open);
      expect(collected.inputs).toMatchObject([{ kind, name: 'recording.bin', records: 1, skipped: 0 }]);
      expect(collected.events()).toMatchObject([{ eventName: 'Lead', eventId: 'Größe' }]);
    }),
  );
});

describe('recognition', () => {
  test.each([
    ['session', Buffer.from('SQLite format 3\0and more')],
    ['log', '{"level":30,"msg":"sent","body":"{}"}\n'],
    ['log', '{"@timestamp":"2026-11-24","log":{"level":"info","logger":"capi"},"message":"{}"}\n'],
    ['log', '{"log":"docker writes a text here","stream":"stdout"}\n'],
    ['log', '{"method":"POST","url":"https://graph.facebook.com/v26.0/1/events","body":"{}","headers":{}}\n'],
    ['log', '[2026-11-24 10:00:00] production.INFO: {"data":[]}\n'],
    ['log', Buffer.from([1, 2, 3, 250, 251, 0, 7])],
    ['har', '{"log":{"pages":[],"entries":[]}}'],
    ['har', '{"comment":"x","log":{"_tool":"y","entries":[]}}'],
    ['har', `{"log":{"version":"1.2","comment":"${'x'.repeat(400_000)}","entries":[]}}`],
    ['browser-ndjson', `not JSON\n${ndjson}${ndjson}`],
    [
      'browser-ndjson',
      `{"at":"2026-11-24T04:23:00Z","method":"POST","url":"https://www.facebook.com/tr/","body":"${'x'.repeat(400_000)}"}`,
    ],
  ])('%s', async (kind, content) => {
    expect(await recognizeFile(file('any', content))).toBe(kind);
  });
});

describe('refusals say which file and why, in one line', () => {
  test('not there', async () => {
    const path = join(temporaryFolder(), 'missing.har');
    expect(await refusal(path)).toBe(`${path} is not there`);
    await expect(recognizeFile(path)).rejects.toThrow(`${path} is not there`);
  });

  test('a directory', async () => {
    const path = join(temporaryFolder(), 'folder.har');
    mkdirSync(path);
    expect(await refusal(path)).toBe(`${path} is a directory, not a file`);
    await expect(recognizeFile(path)).rejects.toThrow('is a directory, not a file');
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('not to be read', async () => {
    const path = file('secret.har', har);
    chmodSync(path, 0);
    expect(await refusal(path)).toBe(`${path} may not be read: permission denied`);
  });

  test.each([
    ['empty', '', 'is empty'],
    ['white space', ' \n ', 'is empty'],
    ['empty inside its gzip', gzipSync(''), 'is empty'],
    ['another JSON', '{"a":1}', 'is not a HAR: it is a JSON file without log.entries'],
    ['entries that are no list', '{"log":{"entries":{}}}', 'is not a HAR: it is a JSON file without log.entries'],
    ['a JSON list', '[1,2]', 'is not a HAR: it is a JSON file without log.entries'],
    ['text', 'hello', 'is not a HAR: it is not JSON'],
    ['random bytes', Buffer.from([7, 200, 3, 9, 255, 254]), 'is not a HAR: it is not JSON'],
    [
      'broken in the middle',
      har.replace('"entries":', '"entries"!'),
      `is not a HAR: its JSON is broken at character ${har.indexOf('"entries":') + 10}`,
    ],
    ['damaged gzip', gzipSync(har).subarray(0, 60), 'cannot be unpacked: its gzip data is cut or damaged'],
  ])('%s', async (_what, content, reason) => {
    const path = file('shop.har', content);
    expect(await refusal(path)).toBe(`${path} ${reason}`);
  });

  test('too large to be one text', async () => {
    const path = file('shop.har', '{');
    truncateSync(path, 501 * 1024 * 1024);
    expect(await refusal(path)).toMatch(/shop\.har is larger than 500 MB/);
  });

  test('a HAR that is cut anywhere says where it ends', async () => {
    for (let length = 20; length < har.length - 1; length += 7) {
      const cut = har.slice(0, length);
      const path = file('shop.har', cut);
      const end = cut.trimEnd().length;
      expect(await refusal(path)).toBe(`${path} is cut off: its JSON ends at character ${end}, before it is complete`);
    }
  });
});
