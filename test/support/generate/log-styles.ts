/** Writes Conversions API requests as the logs of many kinds of backend do. */
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import type { CapiSend, GraphRefusal } from './sends.ts';

export type Telling = 'time' | 'address' | 'answer' | 'silence';

export type LogStyle = {
  name: string;
  /**
   * What the log tells of a request beside its body. `silence`: a request without an answer is no riddle, because answers
   * bear their request's mark or are never logged.
   */
  tells: { time: boolean; address: boolean; answer: boolean; silence: boolean };
  /** The lines of one request, in one piece. `exchange` is unique in the session. */
  write(send: CapiSend, exchange: string): string;
};

const everything = { time: true, address: true, answer: true, silence: true };
const unmarked = { ...everything, silence: false };
const version = 'v25.0';
/** No real token; of the form that real ones have. */
const token = `EAAB${'sZq3kWtY7'.repeat(12)}`;

export const logStyles: readonly LogStyle[] = [
  {
    name: 'raw',
    tells: { time: false, address: false, answer: false, silence: true },
    write: (send) => JSON.stringify(bodyOf(send)),
  },
  {
    name: 'pino',
    tells: everything,
    write(send, reqId) {
      const base = { level: 30, pid: 4711, hostname: 'web-1', reqId };
      const request = { ...base, time: send.sentAt, msg: 'capi request', url: addressOf(send), body: bodyOf(send) };
      const answer = answered(send, (status, response) => [
        { ...base, time: send.sentAt + 180, msg: 'capi response', status, response },
      ]);
      return lines([request, ...answer]);
    },
  },
  {
    name: 'winston',
    tells: { time: true, address: true, answer: false, silence: true },
    write: (send) =>
      JSON.stringify({
        level: 'info',
        message: `POST ${addressOf(send)} ${JSON.stringify(bodyOf(send))}`,
        timestamp: isoTime(send.sentAt),
      }),
  },
  {
    name: 'monolog',
    tells: unmarked,
    write(send) {
      const head = (at: number) => `[${isoTime(at).replace('Z', '000+00:00')}] capi.INFO:`;
      const context = JSON.stringify({ url: addressOf(send), payload: bodyOf(send) });
      const answer = answered(send, (status, body) => [
        `${head(send.sentAt + 200)} Answer ${JSON.stringify({ status, body })} []`,
      ]);
      return [`${head(send.sentAt)} Sending event ${context} []`, ...answer].join('\n');
    },
  },
  {
    name: 'cloud-logging',
    tells: { time: true, address: true, answer: false, silence: true },
    write: (send, insertId) =>
      JSON.stringify({
        insertId,
        jsonPayload: { message: 'conversions api', url: addressOf(send), requestBody: JSON.stringify(bodyOf(send)) },
        resource: { type: 'cloud_run_revision' },
        timestamp: isoTime(send.sentAt),
        severity: 'INFO',
      }),
  },
  {
    name: 'stape',
    tells: everything,
    write(send, TraceId) {
      const base = { Name: 'Facebook', TraceId, EventName: send.event.event_name ?? null };
      const request = {
        ...base,
        Type: 'Request',
        RequestMethod: 'POST',
        RequestUrl: addressOf(send),
        RequestBody: bodyOf(send),
        timestamp: isoTime(send.sentAt),
      };
      const answer = answered(send, (ResponseStatusCode, body) => [
        { ...base, Type: 'Response', ResponseStatusCode, ResponseHeaders: {}, ResponseBody: JSON.stringify(body) },
      ]);
      return lines([request, ...answer]);
    },
  },
  {
    name: 'form',
    tells: unmarked,
    write(send) {
      const { data, ...fields } = bodyOf(send);
      const form = new URLSearchParams({ ...texts(fields), data: JSON.stringify(data) });
      const answer = answered(send, (status, body) => [
        `${isoTime(send.sentAt + 210)} INFO answer status=${status} ${JSON.stringify(body)}`,
      ]);
      return [`${isoTime(send.sentAt)} INFO POST ${addressOf(send)} ${form}`, ...answer].join('\n');
    },
  },
  {
    name: 'pretty',
    tells: { time: true, address: true, answer: false, silence: true },
    write: (send) =>
      JSON.stringify(
        { timestamp: isoTime(send.sentAt), request: { url: addressOf(send), body: bodyOf(send) } },
        null,
        2,
      ),
  },
  {
    name: 'node-sdk',
    tells: { time: false, address: true, answer: false, silence: true },
    write(send) {
      const answer = answered(send, (_status, body) => [`Response: ${JSON.stringify(body)}`]);
      return [`200 POST ${addressOf(send)} ${JSON.stringify(bodyOf(send))}`, ...answer].join('\n');
    },
  },
];

function bodyOf({ event, userData, customData, fields }: CapiSend): JsonObject {
  return { data: [{ ...event, user_data: userData, custom_data: customData }], ...fields };
}

function addressOf({ dataset, showsToken }: CapiSend): string {
  return `https://graph.facebook.com/${version}/${dataset}/events${showsToken ? `?access_token=${token}` : ''}`;
}

/** Nothing where the log shows no answer. */
function answered<Line>({ answer }: CapiSend, write: (status: number, body: JsonObject) => Line[]): Line[] {
  if (answer === null) return [];
  if (answer === 'received') return write(200, { events_received: 1, messages: [], fbtrace_id: 'AkX9' });
  return write(answer.status, { error: errorOf(answer) });
}

function errorOf({ code, subcode, message }: GraphRefusal): JsonObject {
  return {
    message,
    type: 'OAuthException',
    code,
    ...(subcode === null ? {} : { error_subcode: subcode }),
    fbtrace_id: 'BqR2',
  };
}

function lines(records: JsonObject[]): string {
  return records.map((record) => JSON.stringify(record)).join('\n');
}

function texts(fields: JsonObject): Record<string, string> {
  const text = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value));
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, text(value)]));
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
