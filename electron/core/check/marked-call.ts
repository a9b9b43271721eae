/** The marked Conversions API call with which a way in is tried, and what came of it in words. */
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { CHECK_HEADER, type CheckMark } from './check-marks.ts';

export type CallResult = { ok: true; tookMs: number } | { ok: false; reason: string };

/** A way in answers in milliseconds; whatever takes longer is broken. */
export const CHECK_WITHIN_MS = 5_000;

type Send = (options: RequestOptions, onAnswer: (answer: IncomingMessage) => void) => ClientRequest;
type Call = { send: Send; options: RequestOptions; mark: CheckMark };

/** Posts one event named TwinlaneCheck. Ok where it was answered with 200 and arrived here. Never rejects. */
export function sendMarkedCall({ send, options, mark }: Call): Promise<CallResult> {
  const body = JSON.stringify({ data: [checkEvent(mark)], access_token: 'TwinlaneCheck' });
  const headers = {
    ...options.headers,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'TwinlaneCheck',
    [CHECK_HEADER]: mark.value,
  };
  const started = performance.now();
  return new Promise((resolve) => {
    const failed = (reason: string) => resolve({ ok: false, reason });
    const request = send({ ...options, method: 'POST', path: '/v25.0/0/events', headers }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        if (answer.statusCode !== 200) failed(`the answer was ${answer.statusCode}`);
        else if (!mark.wasSeen()) failed('another program answered in its place');
        else resolve({ ok: true, tookMs: Math.max(1, Math.round(performance.now() - started)) });
      });
      answer.once('error', () => failed('the answer broke off'));
    });
    request.setTimeout(CHECK_WITHIN_MS, () => request.destroy(new Error('no answer within 5 seconds')));
    request.once('error', (error) => failed(wordsOf(error)));
    request.end(body);
  });
}

export function wordsOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

function checkEvent({ value }: CheckMark) {
  return {
    event_name: 'TwinlaneCheck',
    event_time: Math.floor(Date.now() / 1000),
    event_id: `twinlane-check-${value}`,
    action_source: 'system_generated',
    user_data: { external_id: value },
  };
}
