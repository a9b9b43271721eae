/** What the test endpoint answers, and what is made of Graph's answers. */
import { describe, expect, test } from 'vitest';
import { readCapiBody } from '../../../shared/meta/capi-body.ts';
import { classifyGraphAnswer } from '../../../shared/meta/classify-graph-answer.ts';
import { findAnswer } from '../../../shared/meta/find-answers.ts';
import { answerLikeGraph, answerTransient, answerUnknownPath } from '../../../shared/meta/graph-answer.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { eventTime, payload, purchase, somebody } from '../../support/capi.ts';
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

test('an unknown path and a full disk are told apart', () => {
  expect(answerUnknownPath('GET', '/me')).toMatchObject({ status: 404, body: { error: { code: 2500 } } });
  expect(answerTransient()).toMatchObject({ status: 503, body: { error: { code: 2, is_transient: true } } });
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
