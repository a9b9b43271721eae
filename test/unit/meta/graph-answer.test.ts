/** What the test endpoint answers, and what is made of Graph's answers. */
import { describe, expect, test } from 'vitest';
import { readCapiBody } from '../../../shared/meta/capi-body.ts';
import { toCapiJson } from '../../../shared/meta/capi-json.ts';
import { classifyGraphAnswer } from '../../../shared/meta/classify-graph-answer.ts';
import { findAnswer } from '../../../shared/meta/find-answers.ts';
import { answerLeniently, answerLikeGraph, answerTransient } from '../../../shared/meta/graph-answer.ts';
import { checkEvent } from '../../../shared/meta/graph-check.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { eventTime, payload, purchase, somebody } from '../../support/capi.ts';
import { serverEvent } from '../../support/events.ts';
import { hasMaterial, materialRows } from '../../support/material.ts';

const now = eventTime * 1000 + 60_000;
const dayS = 86_400;

function answer(body: string, hasToken = true) {
  const request = { datasetId: '1234567890', hasToken, body: readCapiBody(body, 'application/json') };
  const { status, body: reply } = answerLikeGraph(request, now);
  return { status, ...classifyGraphAnswer(status, JSON.stringify(reply)), reply };
}

const withUser = (user: JsonObject) => payload(purchase('1', { user_data: user }));
const sent = (fields: JsonObject) => payload(purchase('1', fields));

test('a good request is received, with the number of its events and the same trace each time', () => {
  const body = payload(purchase('1'), purchase('2'));
  expect(answer(body).reply).toEqual({
    events_received: 2,
    messages: [],
    fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
  });
  expect(answer(body).reply.fbtrace_id).toBe(answer(body).reply.fbtrace_id);
  expect(answer(body).reply.fbtrace_id).not.toBe(answer(payload(purchase('3'))).reply.fbtrace_id);
});

test.each([
  ['no body', '', 100, 2804019],
  ['broken JSON', '{"data":[', 100, 2804019],
  ['text', '"x"', 100, 2804019],
  ['no data', '{}', 100, null],
  ['data that is no list', '{"data":{}}', 100, 2804019],
  ['no events', '{"data":[]}', 100, null],
  ['an event that is no object', '{"data":[1]}', 100, 2804019],
  ['1001 events', payload(...Array.from({ length: 1001 }, (_, index) => purchase(`${index}`))), 100, null],
  ['an unknown action_source', sent({ action_source: 'web' }), 100, null],
  ['a time that is no number', sent({ event_time: 'now' }), 100, null],
  ['user_data that is no object', sent({ user_data: 'x' }), 100, null],
  ['an event of eight days ago', sent({ event_time: eventTime - 8 * dayS }), 100, 2804003],
  [
    'a shop’s event of 63 days ago',
    sent({ event_time: eventTime - 63 * dayS, action_source: 'physical_store' }),
    100,
    2804003,
  ],
  ['a Purchase without value', sent({ custom_data: { currency: 'EUR' } }), 100, 2804009],
  ['a Purchase without custom_data', sent({ custom_data: null }), 100, 2804009],
  ['an e-mail address in clear', withUser({ em: ['a@b.example'] }), 100, 2804016],
  ['too little about the person', withUser({ ct: somebody, client_user_agent: 'UA' }), 100, 2804050],
  ['nothing about the person', withUser({}), 100, 2804050],
])('%s is refused with its code', (_what, body, code, subcode) => {
  expect(answer(body)).toMatchObject({ ok: false, status: 400, code, subcode });
});

test.each(['event_name', 'event_time', 'action_source', 'user_data'])(
  'a missing %s is named with its path',
  (field) => {
    const body = payload(purchase('1'), purchase('2', { [field]: null }));
    expect(answer(body)).toMatchObject({ class: 'missing_parameter', jsonPath: `$['data'][1]['${field}']` });
  },
);

test('the unhashed field is named', () => {
  expect(answer(withUser({ em: somebody, ct: 'berlin' })).message).toContain("['ct']");
});

test.each([
  ['a shop’s event of 61 days ago', sent({ event_time: eventTime - 61 * dayS, action_source: 'physical_store' })],
  ['an event in the future', sent({ event_time: eventTime + dayS })],
  ['a time in milliseconds', sent({ event_time: eventTime * 1000 })],
  ['no user agent', withUser({ em: somebody })],
  ['no event_id', sent({ event_id: null })],
  ['a hash with the suffix of Parameter Builder', withUser({ em: `${somebody}.AQQCAQMC` })],
  [
    'an event about another one without action_source',
    sent({ action_source: null, event_name: 'AppendValue', original_event_data: {} }),
  ],
])('%s is received', (_what, body) => {
  expect(answer(body)).toMatchObject({ ok: true, eventsReceived: 1 });
});

test('a request without token is refused with 401', () => {
  expect(answer(payload(purchase('1')), false)).toMatchObject({ status: 401, class: 'token', code: 190 });
});

test('nesting without end is refused and breaks nothing', () => {
  expect(answer(`{"data":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).toMatchObject({ status: 400, code: 100 });
});

test('what cannot be taken now is to be sent again', () => {
  expect(answerTransient()).toMatchObject({ status: 503, body: { error: { code: 2, is_transient: true } } });
  expect(answerTransient('Why.').body.error).toMatchObject({ error_user_msg: 'Why.' });
});

test.each<[string, JsonObject, number]>([
  ['a message without its channel', { messaging_channel: null }, 2804063],
  ['a name of the Pixel in a message', { event_name: 'Lead' }, 2804066],
  ['a Messenger event without its page', { messaging_channel: 'messenger' }, 2804072],
  ['a WhatsApp event without its click', { user_data: { em: somebody } }, 2804087],
])('%s is refused with its code', (_what, fields, subcode) => {
  const message = { event_name: 'LeadSubmitted', action_source: 'business_messaging', messaging_channel: 'whatsapp' };
  const user_data = { ctwa_clid: 'ARAkLkA8rm' };
  expect(answer(sent({ ...message, user_data }))).toMatchObject({ ok: true });
  expect(answer(sent({ ...message, user_data, ...fields }))).toMatchObject({ status: 400, code: 100, subcode });
});

test.each<[string, JsonObject, number]>([
  ['a lead id of another make', { user_data: { em: somebody, lead_id: 'L-1' } }, 2804036],
  ['an app without its sixteen values', { action_source: 'app', app_data: { extinfo: ['a2'] } }, 2804043],
])('%s is refused with its code', (_what, fields, subcode) => {
  expect(answer(sent(fields))).toMatchObject({ status: 400, code: 100, subcode });
});

test('a lead id of Meta’s and an app’s sixteen values are received', () => {
  const extinfo = ['a2', ...Array.from({ length: 15 }, () => '')];
  expect(answer(sent({ user_data: { em: somebody, lead_id: 1_234_567_890_123_456 } })).ok).toBe(true);
  expect(answer(sent({ action_source: 'app', app_data: { extinfo } })).ok).toBe(true);
});

test.each(['messenger', 'whatsapp'])('of a %s event whose log leaves the person out nothing is said', (channel) => {
  const shown = {
    actionSource: 'business_messaging',
    eventName: 'LeadSubmitted',
    other: { messaging_channel: channel },
  };
  const event = serverEvent({ id: 's1', ...shown, userData: {}, shows: { userData: false, customData: true } });
  expect(checkEvent(toCapiJson(event), '$', event.at)).toBeNull();
  const whole = { ...event, shows: { userData: true, customData: true } };
  expect(checkEvent(toCapiJson(whole), '$', event.at)).not.toBeNull();
});

test('a test_event_code that is no text is refused', () => {
  const body = JSON.stringify({ data: [purchase('1')], test_event_code: ['T'] });
  expect(answer(body)).toMatchObject({ status: 400, code: 100 });
});

describe('leniently', () => {
  const lenient = (body: string, hasToken = true) =>
    answerLeniently({ datasetId: '1', hasToken, body: readCapiBody(body, 'application/json') }, now);

  test('what Graph would refuse is received, and each fault is told with its code', () => {
    const body = payload(purchase('1'), purchase('2', { event_time: null }), purchase('3', { custom_data: {} }));
    const { status, body: reply } = lenient(body, false);
    expect(status).toBe(200);
    expect(reply).toMatchObject({ events_received: 3 });
    expect(reply.messages).toMatchObject([
      expect.stringContaining('190'),
      expect.stringMatching(/100\/2804019.*\[1\]\['event_time'\]/),
      expect.stringMatching(/100\/2804009/),
    ]);
  });
  test('a sound request has no messages', () => {
    expect(lenient(payload(purchase('1'))).body.messages).toEqual([]);
  });
  test('a request in which no event can be read is refused', () => {
    expect(lenient('{').status).toBe(400);
    expect(lenient('{"data":{}}').status).toBe(400);
  });
  test('a thousand faults are not all told', () => {
    const { body } = lenient(payload(...Array.from({ length: 1001 }, () => ({}))));
    expect(body.messages).toHaveLength(20);
  });
});

type Row = {
  id: string;
  status: number;
  body: JsonObject | string;
  expect: {
    ok: boolean;
    class?: string;
    code?: number;
    subcode?: number;
    events_received?: number;
    json_path?: string;
  };
};
const rows = hasMaterial ? materialRows<Row>('facts/vectors/capi_responses.jsonl') : [];

describe.skipIf(!hasMaterial)('recorded answers', () => {
  test.each(rows.map((row) => [row.id, row] as const))('%s is classified as recorded', (_id, row) => {
    const found = classifyGraphAnswer(row.status, typeof row.body === 'string' ? row.body : JSON.stringify(row.body));
    const { events_received, json_path, ...same } = row.expect;
    expect(found).toMatchObject(same);
    if (events_received !== undefined) expect(found.eventsReceived).toBe(events_received);
    if (json_path !== undefined) expect(found.jsonPath).toBe(json_path);
  });
  test.each<[string, JsonObject]>([
    ['too-old', { event_time: eventTime - 8 * dayS }],
    ['no-value', { custom_data: {} }],
    ['not-hashed', { user_data: { ct: 'berlin' } }],
    ['missing-param', { event_time: null }],
  ])('%s is what the endpoint answers too: status, codes, message, title and type', (id, fields) => {
    const row = rows.find((each) => each.id === id);
    const error = (row?.body as { error?: JsonObject } | undefined)?.error ?? {};
    const { status, reply } = answer(sent(fields));
    const { fbtrace_id, error_user_msg, error_user_title, ...same } = error;
    expect({ status, error: reply.error }).toMatchObject({ status: row?.status, error: same });
    expect(Object.keys(reply.error as JsonObject).sort()).toEqual(Object.keys(error).sort());
    if (error_user_title !== '(localised)') expect(reply.error).toMatchObject({ error_user_title });
    if (!String(error_user_msg).startsWith('(localised')) expect(reply.error).toMatchObject({ error_user_msg });
    expect(typeof fbtrace_id).toBe('string');
  });
  test('the recorded answers are all there', () => {
    expect(rows).toHaveLength(12);
  });
  test('Stape’s response is found, with what joins it to its request', () => {
    const samples = materialRows<{ id: string; line: string }>('facts/vectors/capi_payload_samples.jsonl');
    const found = findAnswer(samples.find(({ id }) => id === 'stape-response')?.line ?? '');
    expect(found).toMatchObject({ status: 200, traceId: 't-1', datasetId: '123456789' });
    expect(classifyGraphAnswer(200, found?.body ?? '')).toMatchObject({ ok: true, eventsReceived: 1 });
  });
});

test('an empty 202 of a gateway is an acknowledgement, an empty 500 is not', () => {
  expect(classifyGraphAnswer(202, '').ok).toBe(true);
  expect(classifyGraphAnswer(500, '')).toMatchObject({ ok: false, class: 'not_json' });
});
