/** What is told of a log before it is taken in. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { previewText } from '../../../electron/cli/preview.ts';
import { previewLogs } from '../../../electron/core/intake/preview-log.ts';
import { logPreviewSchema } from '../../../shared/api/log-preview.ts';
import { payload, purchase } from '../../support/capi.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

async function previewOf(content: string | Buffer, name = 'app.log') {
  const path = join(temporaryFolder(), name);
  await writeFile(path, content);
  const [preview] = await previewLogs(path);
  if (preview === undefined) throw new Error('no preview');
  return logPreviewSchema.parse(preview);
}

const url = 'https://graph.facebook.com/v25.0/1234567890/events';
const lead = { event_name: 'Lead', event_time: 1_765_875_660, action_source: 'website', user_data: {} };
const log = [
  `web-1  | ${JSON.stringify({ time: 1_765_875_600_000, url, body: payload(purchase('a'), purchase('b')) })}`,
  'web-1  | server listens',
  `web-1  | 2025-12-16T09:01:00Z sent ${payload(lead)}`,
  `web-1  | ${payload(purchase('c')).slice(0, 90)}`,
  'web-1  | {"level":30}',
].join('\n');

test('tells wrapper, forms, events, datasets, times, and what is left out and why', async () => {
  const preview = await previewOf(log);
  expect(preview).toEqual({
    name: 'app.log',
    refusal: null,
    records: 5,
    maxLines: 1000,
    wrappers: [{ name: 'Docker Compose', count: 5 }],
    forms: [
      { name: 'JSON within text', count: 1 },
      { name: 'JSON, one record a line', count: 1 },
    ],
    payloads: 2,
    events: 3,
    eventNames: [
      { name: 'Purchase', count: 2 },
      { name: 'Lead', count: 1 },
    ],
    datasets: [{ name: '1234567890', count: 2 }],
    withoutDataset: 1,
    from: 1_765_875_600_000,
    until: 1_765_875_660_000,
    problems: [{ at: 'line 4', reason: expect.stringContaining('cut') }],
    others: 2,
  });
  expect(previewText(preview)).toBe(`app.log: 5 records in the first 1000 lines
  wrapped by Docker Compose (5)
  2 payloads with 3 events, as JSON within text (1), JSON, one record a line (1)
  events: Purchase (2), Lead (1)
  datasets: 1234567890 (2), 1 not told, give --dataset ID
  from 2025-12-16T09:00:00.000Z to 2025-12-16T09:01:00.000Z
  left out: 2 records without a payload, 1 record that cannot be read
    line 4: The payload is cut: its JSON does not end in this record.
`);
});

test.each([
  ['plain', (text: string) => Buffer.from(text)],
  ['packed', (text: string) => gzipSync(text)],
])('a %s log is read no further than a thousand lines', async (_how, pack) => {
  const preview = await previewOf(pack(`${payload(purchase('a'))}\n`.repeat(5000)));
  expect(preview.payloads).toBe(1000);
});

test('a file that is no log is told, and does not keep the others from being looked at', async () => {
  const folder = temporaryFolder();
  await writeFile(join(folder, 'a.log'), Buffer.from([1, 2, 3, 0, 255]));
  await writeFile(join(folder, 'b.log'), payload(purchase('b')));
  const previews = await previewLogs(join(folder, '*.log'));
  expect(previews.map(({ name, refusal, payloads }) => [name, refusal, payloads])).toEqual([
    ['a.log', 'a.log is not a log: it holds binary data, not text.', 0],
    ['b.log', null, 1],
  ]);
});

test('a log without payloads says so', async () => {
  expect(previewText(await previewOf('nothing here\n'))).toContain('no Conversions API payload');
});
