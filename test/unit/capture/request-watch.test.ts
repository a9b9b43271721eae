import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type UnsentCall, watchRequests } from '../../../electron/core/capture/request-watch.ts';
import { createSeenCalls } from '../../../electron/core/capture/seen-calls.ts';

const url = 'https://www.facebook.com/tr/?id=1234567890&ev=Lead';

function watched() {
  const seen = createSeenCalls();
  const unsent: UnsentCall[] = [];
  const watch = watchRequests(seen, (call) => void unsent.push(call));
  const emit = (method: string, params: object) =>
    watch.handle({ method, params: params as Record<string, unknown>, sessionId: 's' });
  const send = (requestId: string, more: object = {}) =>
    emit('Network.requestWillBeSent', {
      requestId,
      documentURL: 'https://shop.example/',
      wallTime: 1_795_000_000.5,
      request: { url, method: 'GET', headers: { 'User-Agent': 'Mozilla/5.0' }, ...more },
    });
  const fail = (requestId: string, failure: object) => emit('Network.loadingFailed', { requestId, ...failure });
  const errors = () => unsent.map(({ error }) => error);
  return { seen, watch, emit, send, fail, errors, unsent };
}

const arrival = { method: 'GET', url, body: null };
const aborted = { errorText: 'net::ERR_ABORTED', canceled: true };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a blocked call is told at once, with its page and time', () => {
  const { send, fail, unsent } = watched();
  send('1');
  fail('1', { errorText: 'net::ERR_BLOCKED_BY_CLIENT', blockedReason: 'inspector' });
  expect(unsent).toMatchObject([
    {
      error: 'net::ERR_BLOCKED_BY_CLIENT',
      call: { url, referer: 'https://shop.example/', userAgent: 'Mozilla/5.0', at: 1_795_000_000_500 },
    },
  ]);
});

test('a call that was cut off is told only if the proxy does not get it within two seconds', () => {
  const { seen, send, fail, errors } = watched();
  send('1');
  fail('1', aborted);
  vi.advanceTimersByTime(1500);
  expect(errors()).toEqual([]);
  seen.add(arrival);
  vi.advanceTimersByTime(5000);
  expect(errors()).toEqual([]);
  send('2');
  fail('2', aborted);
  vi.advanceTimersByTime(2100);
  expect(errors()).toEqual(['net::ERR_ABORTED']);
});

test('of two equal calls of which one arrived, one is told', () => {
  const { seen, send, emit, fail, errors } = watched();
  send('1');
  send('2');
  seen.add(arrival);
  emit('Network.responseReceived', { requestId: '1' });
  emit('Network.loadingFinished', { requestId: '1' });
  fail('2', { errorText: 'net::ERR_PROXY_CONNECTION_FAILED' });
  vi.advanceTimersByTime(2100);
  expect(errors()).toEqual(['net::ERR_PROXY_CONNECTION_FAILED']);
});

test('calls that differ in their bodies are told apart, and an unknown body fits any', () => {
  const { seen, send, fail, errors } = watched();
  const post = { method: 'POST', hasPostData: true };
  seen.add({ method: 'POST', url, body: Buffer.from('ev=A') });
  send('1', { ...post, postDataEntries: [{ bytes: Buffer.from('ev=B').toString('base64') }] });
  fail('1', aborted);
  send('2', post);
  fail('2', aborted);
  vi.advanceTimersByTime(2100);
  expect(errors()).toEqual(['net::ERR_ABORTED']);
});

test('what a closed tab had under way counts as cut off, and closing decides at once', () => {
  const { send, watch, errors } = watched();
  send('1');
  watch.gone('other');
  watch.close();
  expect(errors()).toEqual([]);
  send('2');
  watch.gone('s');
  watch.close();
  expect(errors()).toEqual(['net::ERR_ABORTED']);
  expect(vi.getTimerCount()).toBe(0);
});

test("other sites' failures, preflights and a site's own /events are of no interest", () => {
  const { send, fail, errors } = watched();
  const blocked = { blockedReason: 'csp' };
  const requests = [
    { url: 'https://shop.example/app.js' },
    { method: 'OPTIONS' },
    { url: 'https://shop.example/events', method: 'POST', postData: '{"concert":"tonight"}' },
  ];
  for (const [index, request] of requests.entries()) {
    send(String(index), request);
    fail(String(index), blocked);
  }
  expect(errors()).toEqual([]);
});
