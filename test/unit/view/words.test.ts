/** The words of the window: gaps, clocks, verdicts, delivery, empty states. */
import { expect, test } from 'vitest';
import { idleStatus, type SessionStatus } from '../../../shared/model/session.ts';
import { deliveryWords } from '../../../shared/view/delivery-words.ts';
import { formatClock } from '../../../shared/view/format-clock.ts';
import { formatElapsed, formatGap } from '../../../shared/view/format-gap.ts';
import { headline } from '../../../shared/view/headline-words.ts';
import { plural } from '../../../shared/view/plural.ts';
import { emptyWords } from '../../../shared/view/state-words.ts';
import { verdictSentence } from '../../../shared/view/verdict-words.ts';

const recording: SessionStatus = {
  ...idleStatus,
  capture: { state: 'recording', url: 'https://shop.example/', browser: 'Chromium', since: 0 },
  otherRequests: 143,
  heldCalls: 12,
};

test('a gap is written in its two largest units, with a true minus where the server came first', () => {
  expect(formatGap(2410)).toBe('2.4 s');
  expect(formatGap(-190_000)).toBe('−3 min 10 s');
});

test('a gap that the whole seconds of server times explain is not shown as the server coming first', () => {
  expect(formatGap(-475)).toBe('< 1 s');
  expect(formatGap(0)).toBe('< 1 s');
  expect(formatGap(-1000)).toBe('−1.0 s');
  expect(formatGap(475)).toBe('475 ms');
});

test('a pair with one side has a dash for a gap', () => {
  expect(formatGap(null)).toBe('–');
});

test('a running clock shows hours only once there are some, and never runs below zero', () => {
  expect(formatElapsed(7_900)).toBe('0:07');
  expect(formatElapsed(761_000)).toBe('12:41');
  expect(formatElapsed(3_723_000)).toBe('1:02:03');
  expect(formatElapsed(-5)).toBe('0:00');
});

test('a clock shows the time of the zone that is asked for, with milliseconds on demand', () => {
  const at = Date.UTC(2026, 10, 24, 4, 23, 0, 458);
  expect(formatClock(at, { timeZone: 'UTC' })).toBe('04:23:00');
  expect(formatClock(at, { timeZone: 'Europe/Berlin', withMs: true })).toBe('05:23:00.458');
});

test('a time that no calendar holds is named instead of breaking the row', () => {
  expect(formatClock(1.7e18)).toBe('no valid time');
  expect(formatClock(Number.NaN)).toBe('no valid time');
});

test('a number agrees with its noun and is grouped by thousands', () => {
  expect(plural(1, 'call')).toBe('1 call');
  expect(plural(1204, 'call')).toBe('1,204 calls');
  expect(plural(0, 'match', 'matches')).toBe('0 matches');
});

test('a pair of which nothing arrived says so, whatever its verdict', () => {
  expect(verdictSentence({ verdict: 'browser-only', counted: 0 })).toBe('Meta did not get this');
});

test('a double-counted pair says how often Meta counts it', () => {
  expect(verdictSentence({ verdict: 'double-counted', counted: 2 })).toBe('Meta counts this twice');
  expect(verdictSentence({ verdict: 'double-counted', counted: 3 })).toBe('Meta counts this 3 times');
});

test('“none went on to Meta” is said only while nothing was forwarded', () => {
  expect(deliveryWords(recording)).toBe('12 calls held, none went on to Meta');
  expect(deliveryWords({ ...recording, forwardedCalls: 3 })).not.toContain('none went on');
  expect(deliveryWords({ ...recording, mode: 'forward', forwardedCalls: 1 })).toContain('1 call forwarded to Meta');
});

test('an empty recording tells by the count of other requests that capture works', () => {
  const words = emptyWords(recording);
  expect(words.text).toContain('143 other requests seen');
  expect(words.next).toContain('consent');
});

test('an empty recording through which nothing came does not claim that capture works', () => {
  const words = emptyWords({ ...recording, otherRequests: 0 });
  expect(words.text).not.toContain('Capture works');
  expect(words.next).toContain('that window');
});

test.each([
  ['nothing could be read', [], 'No Meta event in what was opened', 'Nothing in it could be read.'],
  [
    'other text',
    [{ kind: 'log', records: 1 }],
    'No Meta event in what was opened',
    'One record read, and it is no Meta event.',
  ],
  ['orders alone', [{ kind: 'orders', records: 2 }], '2 orders read, and no event yet', 'compared with the events'],
] as const)('files without an event are not called a recording that was stopped: %s', (_what, read, title, text) => {
  const inputs = read.map((each) => ({ id: 1, name: 'x', skipped: 0, problems: [], ...each }));
  const words = emptyWords({ ...idleStatus, capture: { state: 'stopped', reason: 'Opened.' }, inputs });
  expect(words.title).toBe(title);
  expect(words.text).toContain(text);
});

test('a failed session shows the reason and the advice of the core', () => {
  const capture = { state: 'failed', reason: 'Chrome did not start.', advice: 'Close it and try again.' } as const;
  const words = emptyWords({ ...recording, capture });
  expect(words).toMatchObject({ title: 'Chrome did not start.', text: 'Close it and try again.' });
});

test('a zero made of one action twice and one lost is not called as it should be', () => {
  const pairs = { deduplicated: 1, fallback: 0, doubleCounted: 1, browserOnly: 0, serverOnly: 0 };
  expect(headline({ countedByMeta: 3, distinctActions: 3, pairs }).tone).toBe('part');
  expect(headline({ countedByMeta: 3, distinctActions: 3, pairs: { ...pairs, doubleCounted: 0 } }).tone).toBe('good');
  expect(headline({ countedByMeta: 5, distinctActions: 3, pairs }).difference).toBe('+2');
  expect(headline({ countedByMeta: 2, distinctActions: 3, pairs }).difference).toBe('−1');
});
