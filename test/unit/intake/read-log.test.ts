/** Whole logs as bytes: which records come out, where they stand, and that nothing of them is lost. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { payload, purchase } from '../../support/capi.ts';
import { readWholeLog as read } from '../../support/read-whole-log.ts';

const one = (id: string) => payload(purchase(id));

const pretty = (value: unknown) => JSON.stringify(value, null, 2);

const lines = (text: string) => text.split('\n').length;

const graph = 'https://graph.facebook.com/v25.0/1234567890/events';

/** Eleven lines; the payload is on the ninth. */
const wooRequest = (id: string) => `2025-12-16T09:00:00+00:00 DEBUG Request
method: POST
uri: ${graph}
headers: Array
(
    [accept] => application/json
    [user-agent] => WooCommerce/1.0
)

body: ${one(id)}
`;

const wooResponse = `2025-12-16T09:00:01+00:00 DEBUG Response
code: 400
message: Bad Request
body: {"error":{"message":"Invalid parameter","code":100,"error_subcode":2804003,"fbtrace_id":"x"}}
`;

describe('records', () => {
  test('one a line, among others, are found at their line', async () => {
    const { found, handle } = await read(`{"a":1}\n${one('a')}\n\nplain\n${one('b')}\n{"b":2}`);
    expect(found).toEqual([
      ['a', 'line 2'],
      ['b', 'line 5'],
    ]);
    expect(handle.input).toMatchObject({ records: 5, skipped: 0 });
  });
  test('of a pretty-printed object stand where it begins', async () => {
    const two = pretty({ data: [purchase('a'), purchase('b')] });
    const { found } = await read(`{"x":1}\n${two}\n${one('c')}\n`);
    expect(found).toEqual([
      ['a', 'line 2 event 1'],
      ['b', 'line 2 event 2'],
      ['c', `line ${2 + lines(two)}`],
    ]);
  });
  test('of a list over many lines stand where each element begins', async () => {
    const wrapped = { time: 1_765_875_600_000, p: { data: [purchase('a')] } };
    const { found } = await read(pretty([{ message: 'x' }, wrapped, purchase('b')]));
    expect(found).toEqual([
      ['a', 'line 5'],
      ['b', `line ${5 + lines(pretty(wrapped))}`],
    ]);
  });
  test('of a list with one element a line are each on theirs', async () => {
    expect((await read(`[${one('a')},\n${one('b')},\n${one('c')}]\n`)).found).toEqual([
      ['a', 'line 1'],
      ['b', 'line 2'],
      ['c', 'line 3'],
    ]);
  });
  test('of a list on one line are one record', async () => {
    expect((await read(JSON.stringify([purchase('a'), purchase('b')]))).found).toEqual([
      ['a', 'line 1 event 1'],
      ['b', 'line 1 event 2'],
    ]);
  });
  test('of text over many lines take address and time from their head', async () => {
    const { events, found } = await read(`${wooRequest('a')}${wooRequest('b')}`);
    expect(found).toEqual([
      ['a', 'line 10'],
      ['b', 'line 20'],
    ]);
    expect(events[1]).toMatchObject({ datasetId: '1234567890', seenAt: Date.UTC(2025, 11, 16, 9) });
  });
  test('of a curl command over many lines are whole', async () => {
    const command = `curl -X POST \\\n  -F 'data=${pretty([purchase('a')])}' \\\n  -F 'access_token=secret9' \\\n  ${graph}\n`;
    const { events, found } = await read(`$ ls\n${command}`);
    expect(found).toEqual([['a', 'line 3']]);
    expect(events[0]?.datasetId).toBe('1234567890');
  });
  test('announced by a line with the address belong to it', async () => {
    const { events } = await read(
      `sending to ${graph}\n${one('a')}\nsending to ${graph.replace('123', '999')}\n${pretty(JSON.parse(one('b')))}\n`,
    );
    expect(events.map(({ datasetId, eventId }) => [datasetId, eventId])).toEqual([
      ['1234567890', 'a'],
      ['9994567890', 'b'],
    ]);
  });
  test('of a debug output of HTTP take the address from its head', async () => {
    const exchange = (id: string) =>
      `>>>>>>>>\nPOST /v25.0/1234567890/events HTTP/1.1\nHost: graph.facebook.com\n\n${one(id)}\n<<<<<<<<\nHTTP/1.1 200 OK\n\n{"events_received":1}\n`;
    const { events, handle } = await read(exchange('a') + exchange('b'));
    expect(events.map(({ datasetId, eventId }) => [datasetId, eventId])).toEqual([
      ['1234567890', 'a'],
      ['1234567890', 'b'],
    ]);
    expect(handle.answers()).toHaveLength(2);
  });
  test('behind a cut one are found', async () => {
    const { found, handle } = await read(`${pretty({ data: [purchase('a')] }).slice(0, 200)}\n${one('b')}\n`);
    expect(found).toEqual([['b', expect.stringMatching(/^line \d+$/)]]);
    expect(handle.problems()[0]).toMatchObject({ place: 'line 1', reason: expect.stringContaining('cut') });
    expect(handle.input.skipped).toBe(1);
  });
  test('that cannot be read are counted and named, with their place', async () => {
    const { handle, found } = await read(`${one('a')}\n${one('b').slice(0, 80)}\n${one('c')}\n`);
    expect(found.map(([id]) => id)).toEqual(['a', 'c']);
    expect(handle.problems()).toEqual([
      { kind: 'problem', input: 3, place: 'line 2', reason: expect.stringContaining('cut') },
    ]);
    expect(handle.input).toMatchObject({ records: 3, skipped: 1 });
  });
});

describe('encodings', () => {
  const log = `first\r\n${one('größe €')}\r\n${one('b')}`;
  const utf16be = Buffer.from(`\ufeff${log}`, 'utf16le').swap16();
  test.each([
    ['UTF-8 with CR LF', Buffer.from(log)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${log}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${log}`, 'utf16le')],
    ['UTF-16 BE', utf16be],
    ['gzip', gzipSync(log)],
  ])('%s is read, in whatever pieces it comes', async (_encoding, bytes) => {
    for (const pieceBytes of [1, 7, 100_000]) {
      expect((await read(bytes, pieceBytes)).found).toEqual([
        ['größe €', 'line 2'],
        ['b', 'line 3'],
      ]);
    }
  });
  test('a line that is not UTF-8 is read as latin1, without loss, and the others are not', async () => {
    const latin1 = Buffer.from(`{"shop":"M\xfcller","p":${one('a')}}\n`, 'latin1');
    const { handle, found } = await read(Buffer.concat([latin1, Buffer.from(`{"shop":"Müller","p":${one('b')}}\n`)]));
    expect(found).toEqual([
      ['a', 'line 1'],
      ['b', 'line 2'],
    ]);
    expect(handle.records().map(({ bodyCharset }) => bodyCharset)).toEqual(['latin1', 'utf8']);
    expect(Buffer.from(`${handle.records()[0]?.body}\n`, 'latin1').equals(latin1)).toBe(true);
  });
  test('a block with lines of both kinds keeps the bytes of both', async () => {
    const block = Buffer.concat([
      Buffer.from('{\n"a":"Müller",\n'),
      Buffer.from([34, 98, 34, 58, 34, 0xfc, 34, 44, 10]),
      Buffer.from(`"p":${one('a')}\n}`),
    ]);
    const { handle } = await read(block);
    const [record] = handle.records();
    expect(Buffer.from(record?.body ?? '', 'latin1').equals(block)).toBe(true);
  });
  test('a compressed log that is cut gives what could be read, and says so', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => one(`${index}${'x'.repeat((index * 7919) % 97)}`)).join(
      '\n',
    );
    const zipped = gzipSync(lines);
    const { found, handle } = await read(zipped.subarray(0, zipped.length - 2000));
    expect(found.length).toBeGreaterThan(10);
    expect(handle.problems().map(({ reason }) => reason)).toContain(
      'The compressed log is cut or damaged from here on.',
    );
  });
  test('binary data is refused', async () => {
    await expect(read(Buffer.from([1, 2, 3, 0, 255, 254, 7, 9]))).rejects.toMatchObject({
      code: 'unreadable-file',
      message: 'test.log is not a log: it holds binary data, not text.',
    });
  });
  test('an empty log is read', async () => {
    expect((await read('')).handle.facts).toEqual([]);
  });
});

describe('answers', () => {
  const outcomes = async (log: string) => {
    const { handle } = await read(log);
    return handle
      .answers()
      .map(({ record, status }) => [handle.records().find(({ key }) => key === record)?.place, status]);
  };
  const stape = (type: string, id: string, dataset: string, more: object) =>
    JSON.stringify({ Name: 'Facebook', Type: type, TraceId: id, Message: `Pixel ID: ${dataset}`, ...more });
  const request = (id: string, dataset: string) =>
    stape('Request', id, dataset, {
      RequestUrl: graph.replace('1234567890', dataset),
      RequestBody: { data: [purchase('a')] },
    });
  const response = (id: string, dataset: string, status: number) =>
    stape('Response', id, dataset, { ResponseStatusCode: status, ResponseBody: '{"events_received":1}' });

  test('are joined by trace and dataset, in any order', async () => {
    const log = [
      request('t1', '11111'),
      request('t1', '22222'),
      request('t2', '11111'),
      response('t2', '11111', 400),
      response('t1', '22222', 500),
      response('t1', '11111', 200),
    ];
    expect(await outcomes(log.join('\n'))).toEqual([
      ['line 3', 400],
      ['line 2', 500],
      ['line 1', 200],
    ]);
  });
  test('of the SDK’s debug output follow their request', async () => {
    const log = `200 POST ${graph}?access_token=x ${one('a')}\nResponse: {"events_received":1,"fbtrace_id":"x"}\n400 POST ${graph}\n            ${one('b')}\n`;
    expect(await outcomes(log)).toEqual([
      ['line 1', null],
      ['line 4', 400],
    ]);
  });
  test('of WooCommerce’s log follow their request', async () => {
    expect(await outcomes(`${wooRequest('a')}${wooResponse}`)).toEqual([['line 10', 400]]);
  });
  test('in the record of the request belong to it', async () => {
    expect(await outcomes(`{"sent":${one('a')},"status":200,"answer":{"events_received":1,"fbtrace_id":"x"}}`)).toEqual(
      [['line 1', 200]],
    );
  });
  test('are left alone where two requests wait and nothing tells which', async () => {
    expect(await outcomes(`${one('a')}\n${one('b')}\n{"events_received":1}\n`)).toEqual([]);
  });
});
