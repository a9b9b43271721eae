/** Server records in every shape that loggers and SDKs give them, and the events in them. */
import { describe, expect, test } from 'vitest';
import { readServerRecord } from '../../../shared/meta/capi-payload.ts';
import type { DecodedServerEvent } from '../../../shared/model/event.ts';
import type { ServerRecordFact } from '../../../shared/model/fact.ts';
import { eventTime, logRecord, payload, purchase, requestRecord, somebody } from '../../support/capi.ts';
import { hasMaterial, materialRows } from '../../support/material.ts';

type Sample = {
  id: string;
  line: string;
  expect: {
    events?: number;
    event?: string;
    event_id?: string | null;
    event_time?: number;
    pixel_id?: string | null;
    test?: boolean;
    agent?: string;
    not_a_pair_of?: string;
    warn?: string[];
    response?: boolean;
  };
};

/** Keys of `expect` that a reader of payloads answers; `response`, `ok` and `joins` are of find-answers.test.ts. */
const samples = hasMaterial ? materialRows<Sample>('facts/vectors/capi_payload_samples.jsonl') : [];

function read(line: string, more: Partial<ServerRecordFact> = {}): DecodedServerEvent[] {
  return readServerRecord(logRecord(line, more)).events;
}

/** JSON as text inside JSON, the given number of times. */
function nested(text: string, levels: number): string {
  return levels === 0 ? text : nested(JSON.stringify({ message: text }), levels - 1);
}

const one = payload(purchase('order-1'));

const graph = 'https://graph.facebook.com/v25.0/1234567890/events';

describe.skipIf(!hasMaterial)('samples of logged payloads', () => {
  test.each(samples.map((sample) => [sample.id, sample] as const))('%s is read as the sample says', (_id, sample) => {
    const { events, problems } = readServerRecord(logRecord(sample.line));
    const { expect: wanted } = sample;
    expect(problems).toEqual([]);
    expect(events).toHaveLength(wanted.events ?? 0);
    const [first] = events;
    if (wanted.event !== undefined) expect(first?.eventName).toBe(wanted.event);
    if (wanted.event_id !== undefined) expect(first?.eventId).toBe(wanted.event_id);
    if (wanted.event_time !== undefined) expect(first?.at).toBe(wanted.event_time * 1000);
    if (wanted.pixel_id !== undefined && !wanted.response) expect(first?.datasetId).toBe(wanted.pixel_id);
    if (wanted.agent !== undefined) expect(first?.other.partner_agent).toBe(wanted.agent);
    if (wanted.not_a_pair_of !== undefined) expect(first?.eventName).not.toBe(wanted.not_a_pair_of);
    expect(first?.testEventCode != null).toBe(wanted.test === true);
  });
  test('the samples are all there', () => {
    expect(samples.length).toBeGreaterThan(15);
  });
  test('a time in milliseconds is read, named, and kept as it was', () => {
    const [event] = read(samples.find(({ id }) => id === 'ms-event-time')?.line ?? '');
    expect(event).toMatchObject({ at: eventTime * 1000, hasOwnTime: true, other: { event_time: eventTime * 1000 } });
    expect(event?.damage).toEqual(['event_time is not in seconds']);
  });
  test('an AppendValue keeps the event it is about, with its hashes and the cut time, for the rules to judge', () => {
    const [event] = read(samples.find(({ id }) => id === 'append-value')?.line ?? '');
    expect(event).toMatchObject({ eventName: 'AppendValue', eventId: null, role: 'amendment', actionSource: null });
    expect(event?.userData.ph).toEqual(['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855']);
    expect(event?.other.original_event_data).toMatchObject({ event_name: 'Purchase', event_time: 17555555 });
  });
});

test('an event carries all that the payload says, under the model’s names', () => {
  const user = { em: somebody, ph: ['a', null, 12], external_id: null, fbp: 'fb.1.1.2', fbc: ['fb.1.1.x'] };
  const event = purchase('order-1', {
    user_data: { ...user, client_ip_address: '203.0.113.7', client_user_agent: 'UA' },
    opt_out: false,
    eventID: 'misplaced',
  });
  const line = JSON.stringify({ time: 1_765_875_601_500, url: graph, body: { data: [event], upload_tag: 't' } });
  expect(read(line)).toEqual([
    {
      side: 'server',
      eventName: 'Purchase',
      eventId: 'order-1',
      datasetId: '1234567890',
      role: 'event',
      at: eventTime * 1000,
      hasOwnTime: true,
      seenAt: 1_765_875_601_500,
      source: { input: 3, at: 'line 7' },
      url: 'https://shop.example/thanks',
      actionSource: 'website',
      userAgent: 'UA',
      ip: '203.0.113.7',
      fbp: 'fb.1.1.2',
      fbc: 'fb.1.1.x',
      userData: { em: [somebody], ph: ['a', '12'] },
      customData: { value: 19.9, currency: 'EUR' },
      other: { upload_tag: 't', opt_out: false, eventID: 'misplaced' },
      outcome: 'logged',
      answer: null,
      rejection: null,
      shows: { userData: true, customData: true },
      testEventCode: null,
      request: 'log-3-1',
      damage: [],
      fact: 'log-3-1',
    },
  ]);
});

test('a log that leaves parts out is told from a request that has none', () => {
  const bare = payload({ event_name: 'Lead', event_time: eventTime });
  expect(read(bare)[0]?.shows).toEqual({ userData: false, customData: false });
  expect(readServerRecord(requestRecord(bare)).events[0]?.shows).toEqual({ userData: true, customData: true });
});

describe('places', () => {
  test('an event of a request has its number always, one of a log line where there are several', () => {
    const two = payload(purchase('a'), purchase('b'));
    expect(readServerRecord(requestRecord(one)).events.map(({ source }) => source.at)).toEqual(['request 2 event 1']);
    expect(read(one).map(({ source }) => source.at)).toEqual(['line 7']);
    expect(read(two).map(({ source }) => source.at)).toEqual(['line 7 event 1', 'line 7 event 2']);
  });
  test('an element of data that is no object keeps its number and is named', () => {
    const { events, problems } = readServerRecord(requestRecord('{"data":[null,{"event_name":"Lead"},"x"]}'));
    expect(events.map(({ source }) => source.at)).toEqual(['request 2 event 2']);
    expect(problems).toEqual(['event 1 is not an object', 'event 3 is not an object']);
  });
});

describe('payloads are found', () => {
  test.each([1, 2, 3, 5])('in JSON inside strings, %i levels deep', (levels) => {
    expect(read(nested(one, levels))[0]?.eventId).toBe('order-1');
  });
  test.each([
    ['behind text', `2025-12-16T09:00:00Z INFO sending ${one} to ${graph} ok`],
    ['in a shell command', `curl -d '${one}' ${graph}?access_token=REDACTED`],
    ['in a quoted shell argument', `curl -d ${JSON.stringify(one)} ${graph}`],
    ['behind other brackets', `[2025-12-16 09:00:00] [web] {"a":1} sent ${one} []`],
    ['as logfmt', `time=2025-12-16T09:00:00Z url=${graph} body=${JSON.stringify(one)}`],
    ['as a list of JSON texts', JSON.stringify({ data: [JSON.stringify(purchase('order-1'))] })],
    [
      'in a form body in JSON',
      JSON.stringify({ body: `data=${encodeURIComponent(`[${JSON.stringify(purchase('order-1'))}]`)}` }),
    ],
    [
      'in a form with brackets',
      'data%5B0%5D%5Bevent_name%5D=Purchase&data[0][event_id]=order-1&data[0][event_time]=1765875600',
    ],
    [
      'in a multipart body',
      `--b\r\nContent-Disposition: form-data; name="data"\r\n\r\n[${JSON.stringify(purchase('order-1'))}]\r\n--b--`,
    ],
    ['with a shell’s quote inside', `curl -d '${one.replace('shop', "sh'\\''op")}' ${graph}`],
  ])('%s', (_where, line) => {
    expect(read(line).map(({ eventId }) => eventId)).toEqual(['order-1']);
  });
  test('several in one record, each with its own dataset', () => {
    const entry = (id: string, dataset: string) => ({
      url: `https://graph.facebook.com/v25.0/${dataset}/events`,
      body: payload(purchase(id)),
    });
    const found = read(JSON.stringify([entry('a', '1111111'), entry('b', '2222222')]));
    expect(found.map(({ eventId, datasetId }) => [eventId, datasetId])).toEqual([
      ['a', '1111111'],
      ['b', '2222222'],
    ]);
  });
  test('but the event that an event is about is none of its own', () => {
    const about = {
      event_name: 'AppendValue',
      event_time: 1,
      user_data: {},
      original_event_data: { event_name: 'Purchase', event_time: 1 },
    };
    expect(read(`sent ${payload(about)}`).map(({ eventName }) => eventName)).toEqual(['AppendValue']);
    expect(read(`sent ${payload(about).slice(0, -4)}`).map(({ eventName }) => eventName)).toEqual([]);
  });
});

describe('the dataset', () => {
  test.each([
    ['escaped slashes', `{"url":"https:\\/\\/graph.facebook.com\\/v25.0\\/1234567890\\/events","b":${one}}`],
    ['a path alone', `POST /v25.0/1234567890/events ${one}`],
    ['no version', `https://graph.facebook.com/1234567890/events ${one}`],
    ['a port', `https://graph.facebook.com:443/v25.0/1234567890/events ${one}`],
    ['a gateway', `POST https://capig.example/capi/1234567890/events ${one}`],
    ['a cousin of the payload', `{"request":{"url":"${graph}"},"response":{"sent":${one}}}`],
    ['a field', `{"pixelId":1234567890,"payload":${one}}`],
  ])('is read from an address with %s', (_kind, line) => {
    expect(read(line)[0]?.datasetId).toBe('1234567890');
  });
  test('is unknown where the record names two', () => {
    expect(read(`${graph} ${graph.replace('123', '999')} ${one}`)[0]?.datasetId).toBeNull();
  });
  test('is that of the request’s address', () => {
    const { events } = readServerRecord(requestRecord(one, { url: 'http://127.0.0.1:9/v25.0/1234567890/events' }));
    expect(events[0]?.datasetId).toBe('1234567890');
  });
});

test.each([
  ['pino', `{"time":1765875600120,"p":${one}}`, 1_765_875_600_120],
  ['zap', `{"ts":1765875600.25,"p":${one}}`, 1_765_875_600_250],
  ['winston', `{"timestamp":"2025-12-16T10:00:00.500+01:00","p":${one}}`, 1_765_875_600_500],
  [
    'Monolog JSON',
    `{"datetime":{"date":"2025-12-16 09:00:00.250000","timezone":"UTC"},"context":${one}}`,
    1_765_875_600_250,
  ],
  ['CloudWatch', `{"timestamp":1765875600000,"message":${JSON.stringify(one)}}`, 1_765_875_600_000],
  ['an ISO prefix', `web-1 | 2025-12-16T09:00:00,250Z ${one}`, 1_765_875_600_250],
  [
    'the outer of two',
    `{"timestamp":"2025-12-16T09:00:01Z","jsonPayload":{"time":1765875600120,"p":${one}}}`,
    1_765_875_601_000,
  ],
  ['none', one, null],
])('the time of sending is read as %s writes it', (_logger, line, at) => {
  expect(read(line)[0]?.seenAt).toBe(at);
});

describe('event_time', () => {
  const timed = (event_time: unknown, at: number | null = 5000) =>
    read(
      JSON.stringify({
        data: [{ event_name: 'Lead', user_data: {}, ...(event_time !== undefined && { event_time }) }],
      }),
      { at },
    )[0];
  test('may be a number in a text', () => {
    expect(timed('1765875600')).toMatchObject({ at: eventTime * 1000, hasOwnTime: true, damage: [] });
  });
  test('as ISO text is read, and named', () => {
    expect(timed('2025-12-16T09:00:00Z')).toMatchObject({ at: eventTime * 1000, hasOwnTime: true });
    expect(timed('2025-12-16T09:00:00Z')?.damage).toEqual(['event_time is not a number of seconds']);
  });
  test.each([
    [undefined, 'event_time is missing'],
    ['soon', 'event_time is not a time'],
    [[1], 'event_time is not a time'],
  ])('that is %j leaves the time of the record', (value, damage) => {
    expect(timed(value)).toMatchObject({ at: 5000, hasOwnTime: false, damage: [damage] });
  });
});

test('ids of more digits than a number holds keep all of them', () => {
  expect(
    read('{"data":[{"event_name":"Lead","event_time":1765875600,"event_id":12345678901234567890}]}')[0]?.eventId,
  ).toBe('12345678901234567890');
});

test('fields of the wrong kind are kept and named, and cost nothing else', () => {
  const line = JSON.stringify({
    data: [{ event_name: 'Lead', event_time: eventTime, event_id: ['a'], user_data: 'x', custom_data: '{"value":1}' }],
  });
  const [event] = read(line);
  expect(event).toMatchObject({ eventId: null, userData: {}, customData: { value: 1 } });
  expect(event?.other).toEqual({ event_id: ['a'], user_data: 'x' });
  expect(event?.damage).toEqual(['user_data is not an object', 'event_id is not text']);
});

describe('what cannot be read is said', () => {
  const problems = (line: string) => readServerRecord(logRecord(line)).problems;
  test.each([
    ['JavaScript', "{ data: [ { event_name: 'Purchase', event_time: 1765875600, user_data: [Object] } ] }"],
    ['Python', "{'data': [{'event_name': 'Purchase', 'event_time': 1765875600}]}"],
    ['PHP', '[event_name] => Purchase\n[event_time] => 1765875600'],
  ])('printed as %s', (_language, line) => {
    expect(problems(line)[0]).toContain('printed as a JavaScript, Python or PHP value');
  });
  test('cut', () => {
    expect(problems(one.slice(0, 60))).toEqual(['The payload is cut: its JSON does not end in this record.']);
  });
  test('but whole events of a cut payload are read', () => {
    const { events, problems } = readServerRecord(logRecord(payload(purchase('a'), purchase('b')).slice(0, -40)));
    expect(events.map(({ eventId }) => eventId)).toEqual(['a']);
    expect(problems).toEqual(['The record ends in the middle of its payload.']);
  });
  test('and prose about event_name is no payload', () => {
    expect(readServerRecord(logRecord('validation of event_name and event_time failed'))).toEqual({
      events: [],
      problems: [],
    });
  });
});

test('latin1 bytes that hold UTF-8 are read as UTF-8', () => {
  const body = Buffer.from(payload(purchase('größe'))).toString('latin1');
  expect(read(`caf\xe9 ${body}`, { bodyCharset: 'latin1' })[0]?.eventId).toBe('größe');
});
