/** Conversions API events and records for tests. */
import type { ServerRecordFact } from '../../shared/model/fact.ts';
import type { JsonObject } from '../../shared/model/json.ts';

export const eventTime = 1_765_875_600;
export const somebody = '11553c1fd2d634f80617870280a7adfc901618a5fae30bab0e7aae5d96cb10d7';

export function purchase(eventId: string, more: JsonObject = {}): JsonObject {
  return {
    event_name: 'Purchase',
    event_time: eventTime,
    event_id: eventId,
    event_source_url: 'https://shop.example/thanks',
    action_source: 'website',
    user_data: { em: [somebody], client_ip_address: '203.0.113.7', client_user_agent: 'Mozilla/5.0' },
    custom_data: { value: 19.9, currency: 'EUR' },
    ...more,
  };
}

export function payload(...events: JsonObject[]): string {
  return JSON.stringify({ data: events });
}

export function logRecord(body: string, more: Partial<ServerRecordFact> = {}): ServerRecordFact {
  return {
    kind: 'server-record',
    key: 'log-3-1',
    input: 3,
    place: 'line 7',
    form: 'log',
    at: null,
    url: null,
    contentType: null,
    body,
    bodyCharset: 'utf8',
    bodyState: 'whole',
    userAgent: null,
    delivery: 'logged',
    ...more,
  };
}

export function requestRecord(body: string, more: Partial<ServerRecordFact> = {}): ServerRecordFact {
  return logRecord(body, { form: 'request', place: 'request 2', delivery: 'answered', ...more });
}
