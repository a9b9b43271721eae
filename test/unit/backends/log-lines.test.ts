/** What the lines of the pages make a server log is read, with its dataset. */
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readLog } from '../../../electron/core/intake/read-log.ts';
import { readServerRecord } from '../../../shared/meta/capi-payload.ts';
import { purchase } from '../../support/capi.ts';
import { recordingHandle } from '../../support/recording-handle.ts';

const logged = JSON.stringify({ pixel_id: '1234567890', data: [purchase('order-1')] });
const list = JSON.stringify([purchase('order-1', { custom_data: { content_name: `12" O'Neill \\ board` } })]);
/** json_encode escapes slashes; the logger then escapes backslashes and quotes. */
const asCurlLogger = list.replaceAll('/', '\\/').replaceAll('\\', '\\\\').replaceAll("'", "\\'");
const address = 'https://graph.facebook.com/v24.0/1234567890/events';

test.each([
  ['node-sdk: debug mode', `200 POST ${address}?access_token=secretQ9 ${logged}\nResponse: {"events_received":1}`],
  ['python-sdk', `INFO:capi:${logged}`],
  ['django', logged],
  ['laravel', `[2026-11-24 10:00:00] local.INFO: capi ${logged} `],
  ['rails', logged],
  ['java-sdk', `Nov 24, 2026 10:00:00 AM shop.Tracking send\nINFO: ${logged}`],
  [
    'php-sdk: the curl logger',
    `curl \\\n  -F 'data=${asCurlLogger}' \\\n  -F 'access_token=secretQ9' \\\n  ${address}\n`,
  ],
])('%s', async (_page, log) => {
  const handle = recordingHandle();
  await readLog(Readable.from([Buffer.from(`${log}\n`)]), handle);
  const events = handle.records().flatMap((fact) => readServerRecord(fact).events);
  expect(JSON.stringify(handle.facts)).not.toContain('secretQ9');
  const [first] = events;
  if (log.includes('board')) expect(first?.customData).toEqual({ content_name: `12" O'Neill \\ board` });
  expect(events).toMatchObject([{ eventId: 'order-1', datasetId: '1234567890', url: 'https://shop.example/thanks' }]);
});
