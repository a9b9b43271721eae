/** Holds what the session is doing and tells every guest when it changes. */
import type { PushListener } from '../../shared/api/contract.ts';
import { type CaptureState, idleStatus, type Notice, type SessionStatus } from '../../shared/model/session.ts';

/** Counters run fast while a page loads: tell them at most this often. */
const tellEveryMs = 200;
const noticeLimit = 20;

export type StatusBoard = {
  now(): SessionStatus;
  set(change: Partial<SessionStatus>): void;
  capture(state: CaptureState): void;
  count(what: 'other' | 'held' | 'forwarded'): void;
  /** `trustHost`: see `Notice`. */
  notice(level: Notice['level'], text: string, trustHost?: string): void;
  /** Back to the start page: no session, no counters. */
  clear(): void;
  close(): void;
};

const counters = { other: 'otherRequests', held: 'heldCalls', forwarded: 'forwardedCalls' } as const;

/** `live` is asked whenever the status is told: what it gives lives with the session. */
export function createStatusBoard(
  push: PushListener,
  live: () => Pick<SessionStatus, 'inputs' | 'fileBytes'>,
): StatusBoard {
  let status = idleStatus;
  let timer: NodeJS.Timeout | null = null;

  const now = () => ({ ...status, ...live() });
  const tell = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    push('status.changed', now());
  };
  const set = (change: Partial<SessionStatus>) => {
    status = { ...status, ...change };
    tell();
  };

  return {
    now,
    set,
    capture: (capture) => set({ capture }),
    count: (what) => {
      const counter = counters[what];
      status = { ...status, [counter]: status[counter] + 1 };
      timer ??= setTimeout(tell, tellEveryMs);
    },
    notice: (level, text, trustHost) => {
      const notice: Notice = { level, text, ...(trustHost !== undefined && { trustHost }) };
      set({ notices: [...status.notices, notice].slice(-noticeLimit) });
    },
    clear: () => set(idleStatus),
    close: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
