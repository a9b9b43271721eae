/** What the answer to a request says of its events. */
import { describe, expect, test } from 'vitest';
import { applyServerAnswer, readServerRecord } from '../../../shared/meta/capi-payload.ts';
import type { DecodedServerEvent } from '../../../shared/model/event.ts';
import type { ServerAnswerFact, ServerRecordFact } from '../../../shared/model/fact.ts';
import { logRecord, payload, purchase, requestRecord } from '../../support/capi.ts';

function read(line: string, more: Partial<ServerRecordFact> = {}): DecodedServerEvent[] {
  return readServerRecord(logRecord(line, more)).events;
}

const one = payload(purchase('order-1'));

describe('an answer', () => {
  const [event] = read(one);
  const answer = (status: number | null, body: string): ServerAnswerFact => ({
    kind: 'server-answer',
    input: 3,
    place: 'line 8',
    record: 'log-3-1',
    at: null,
    status,
    body,
  });
  const answered = (delivery: ServerRecordFact['delivery'], status: number | null, body: string) => {
    const [sent] = readServerRecord(requestRecord(one, { delivery })).events;
    return sent && applyServerAnswer(sent, answer(status, body));
  };
  const refusal =
    '{"error":{"message":"Invalid parameter","code":100,"error_subcode":2804003,"error_user_msg":"Too old"}}';
  test('of success makes the event accepted', () => {
    expect(answered('forwarded', 200, '{"events_received":1}')).toMatchObject({
      outcome: 'accepted',
      answer: '200',
      rejection: null,
    });
  });
  test('of refusal makes it rejected, with the reason', () => {
    expect(answered('answered', 400, refusal)).toMatchObject({
      outcome: 'rejected',
      answer: '400',
      rejection: { code: 100, subcode: 2804003, message: 'Too old' },
    });
  });
  test('from something in between is a refusal as well', () => {
    expect(answered('forwarded', 502, '<html>Bad Gateway</html>')).toMatchObject({
      outcome: 'rejected',
      rejection: { code: null },
    });
  });
  test('that never came leaves the event as it was, with the error', () => {
    expect(answered('forwarded', null, 'net::ERR_TIMED_OUT')).toMatchObject({
      outcome: 'logged',
      answer: 'net::ERR_TIMED_OUT',
    });
  });
  test('of ours to a held request is no answer of Meta', () => {
    expect(answered('held', 200, '{"events_received":1}')).toMatchObject({ outcome: 'held' });
  });
  test('that is not there leaves a logged event logged', () => {
    expect(event?.outcome).toBe('logged');
  });
});
