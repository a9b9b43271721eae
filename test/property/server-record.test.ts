/** Whatever a server logs or sends: the readers of its records never throw, and what they return can be stored. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCapiBody } from '../../shared/meta/capi-body.ts';
import { applyServerAnswer, readServerRecord } from '../../shared/meta/capi-payload.ts';
import { classifyGraphAnswer } from '../../shared/meta/classify-graph-answer.ts';
import { findAnswer } from '../../shared/meta/find-answers.ts';
import { answerLikeGraph } from '../../shared/meta/graph-answer.ts';
import { redactText } from '../../shared/meta/redact.ts';
import { logRecord, requestRecord } from '../support/capi.ts';

const keys = fc.constantFrom(
  ...[
    'data',
    'event_name',
    'event_time',
    'event_id',
    'user_data',
    'custom_data',
    'action_source',
    'value',
    'em',
    'fbp',
  ],
  ...['time', 'timestamp', 'url', 'pixel_id', 'test_event_code', 'platforms', 'original_event_data', 'error', 'code'],
  ...['events_received', 'fbtrace_id', 'ResponseStatusCode', 'ResponseBody', '__proto__', 'constructor', 'toString'],
);
const leaf = fc.oneof(
  fc.constantFrom(
    'Purchase',
    '1765875600',
    'https://graph.facebook.com/v25.0/12345/events',
    '[',
    '{"a":',
    '\ud800',
    '',
  ),
  fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null), fc.string()),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5, withCrossShrink: true }, leaf, tie('list'), tie('object'), tie('text')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(keys, tie('value'), { maxKeys: 7 }),
  text: tie('value').map((inner) => JSON.stringify(inner)),
}));
const piece = fc.oneof(
  value.map((inner) => JSON.stringify(inner)),
  value.map((inner) => `data=${encodeURIComponent(JSON.stringify(inner).toWellFormed())}&test_event_code=T`),
  fc.constantFrom(
    'event_name',
    '\\"event_name\\":',
    '%22event_name%22',
    '[event_name]=',
    "'",
    '"',
    '\\',
    '{',
    '[',
    '%',
    '&',
    '\n',
  ),
  fc.string(),
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const contentType = fc.constantFrom(
  null,
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
);

const isStorable = (result: unknown) => expect(JSON.parse(JSON.stringify(result))).toEqual(result);

test('records of any content are read to events that can be stored', () => {
  fc.assert(
    fc.property(text, contentType, fc.constantFrom('utf8' as const, 'latin1' as const), (body, type, bodyCharset) => {
      const more = { contentType: type, bodyCharset };
      isStorable(readServerRecord(logRecord(body, more)));
      isStorable(readServerRecord(requestRecord(body, more)));
    }),
    { numRuns: 3000 },
  );
});

test('answers of any content are classified, and leave an event that can be stored', () => {
  const [event] = readServerRecord(requestRecord('{"data":[{"event_name":"Lead"}]}')).events;
  fc.assert(
    fc.property(text, fc.option(fc.integer({ min: 100, max: 599 })), (body, status) => {
      isStorable(classifyGraphAnswer(status, body));
      isStorable(findAnswer(body));
      const answer = { kind: 'server-answer', input: 0, place: 'line 1', record: 'k', at: null, status, body } as const;
      isStorable(event && applyServerAnswer(event, answer));
    }),
    { numRuns: 3000 },
  );
});

test('requests of any content are answered, the same each time', () => {
  fc.assert(
    fc.property(text, contentType, fc.boolean(), (body, type, hasToken) => {
      const answer = () => answerLikeGraph({ datasetId: '1', hasToken, body: readCapiBody(body, type) }, 0);
      expect([200, 400, 401]).toContain(answer().status);
      expect(answer()).toEqual(answer());
    }),
    { numRuns: 2000 },
  );
});

test('cutting secrets twice changes nothing, and takes no event away', () => {
  fc.assert(
    fc.property(text, (body) => {
      const once = redactText(body);
      expect(redactText(once)).toBe(once);
      const count = (record: string) => readServerRecord(logRecord(record)).events.length;
      expect(count(once)).toBe(count(body));
    }),
    { numRuns: 2000 },
  );
});
