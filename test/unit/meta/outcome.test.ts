/** The words of four browsers for a call that did not arrive. */
import { expect, test } from 'vitest';
import { browserOutcome } from '../../../shared/meta/outcome.ts';

const end = (status: number | null, error: string | null = null) => browserOutcome({ status, error, held: false });

test.each([
  [200, 'sent'],
  [204, 'sent'],
  [302, 'sent'],
  [400, 'failed'],
  [503, 'failed'],
])('an answer %i is %s', (status, outcome) => {
  expect(end(status)).toEqual({ outcome, answer: String(status) });
});

test.each([
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked'],
  ['net::ERR_BLOCKED_BY_CLIENT.Inspector', 'blocked'],
  ['net::ERR_BLOCKED_BY_CSP', 'blocked'],
  ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'blocked'],
  ['csp', 'blocked'],
  ['NS_ERROR_CONTENT_BLOCKED', 'blocked'],
  ['NS_ERROR_TRACKING_URI', 'blocked'],
  ['Content blocker prevented frame from loading', 'blocked'],
  ['net::ERR_ABORTED', 'aborted'],
  ['NS_BINDING_ABORTED', 'aborted'],
  ['NS_ERROR_ABORT', 'aborted'],
  ['cancelled', 'aborted'],
  ['net::ERR_NAME_NOT_RESOLVED', 'failed'],
  ['NS_ERROR_UNKNOWN_HOST', 'failed'],
  ['NS_ERROR_NET_RESET', 'failed'],
  ['The network connection was lost.', 'failed'],
])('%s without an answer is %s', (error, outcome) => {
  expect(end(null, error)).toEqual({ outcome, answer: error });
  expect(end(0, error)).toEqual({ outcome, answer: error });
  expect(end(-1, error)).toEqual({ outcome, answer: error });
});

test('a call whose answer was only withheld from the page did arrive', () => {
  expect(end(null, 'net::ERR_BLOCKED_BY_ORB').outcome).toBe('sent');
  expect(end(null, 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin').outcome).toBe('sent');
});

test('an answer counts more than an error after it', () => {
  expect(end(200, 'net::ERR_ABORTED')).toEqual({ outcome: 'sent', answer: '200' });
});

test('a call of which nothing is known counts as sent', () => {
  expect(end(null)).toEqual({ outcome: 'sent', answer: null });
  expect(end(0)).toEqual({ outcome: 'sent', answer: null });
});

test('a held call is held whatever was answered', () => {
  expect(browserOutcome({ status: 200, error: null, held: true })).toEqual({ outcome: 'held', answer: '200' });
});
