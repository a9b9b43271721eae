/** A second core ends when nobody looks at it any more, and not while it records. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchGuests } from '../../../electron/core/apart/guest-watch.ts';
import type { Core } from '../../../electron/core/core.ts';

const patienceMs = 1000;
let state: string;
let ended: number;

beforeEach(() => {
  vi.useFakeTimers();
  state = 'stopped';
  ended = 0;
});
afterEach(() => vi.useRealTimers());

function watched() {
  const core = {
    handlers: { 'session.snapshot': async () => ({ status: { capture: { state } } }) },
    onPush: () => () => undefined,
  } as unknown as Core;
  return watchGuests(core, {
    patienceMs,
    onAlone: () => {
      ended += 1;
    },
  }).core;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('it ends when no window comes at all', async () => {
  watched();
  await pass(patienceMs + 1);
  expect(ended).toBe(1);
});

test('it goes on while one of two windows is left, and ends after the last', async () => {
  const core = watched();
  const [first, second] = [core.onPush(() => undefined), core.onPush(() => undefined)];
  first();
  await pass(patienceMs * 3);
  expect(ended).toBe(0);
  second();
  await pass(patienceMs + 1);
  expect(ended).toBe(1);
});

test('a page that is loaded anew finds it again', async () => {
  const core = watched();
  core.onPush(() => undefined)();
  await pass(patienceMs / 2);
  core.onPush(() => undefined);
  await pass(patienceMs * 3);
  expect(ended).toBe(0);
});

test('what is recorded goes on without a window, and the core ends after it', async () => {
  watched();
  state = 'recording';
  await pass(patienceMs * 3);
  expect(ended).toBe(0);
  state = 'stopped';
  await pass(patienceMs + 1);
  expect(ended).toBe(1);
});
