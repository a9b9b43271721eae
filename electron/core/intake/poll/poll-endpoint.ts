/** Polls an endpoint that serves Conversions API payloads as JSON or NDJSON, while a session runs. */
import { setTimeout as pause } from 'node:timers/promises';
import type { InputHandle, Source } from '../../source.ts';
import { nextPage } from './next-page.ts';
import { type PollAddress, readPollAddress } from './poll-address.ts';
import { type PollAnswer, readPollAnswer } from './poll-answer.ts';
import { createPollIntake, type PollIntake } from './poll-intake.ts';
import { askOnce, type PollResponse } from './poll-request.ts';

export type PollOptions = {
  /** May hold `{since}`, `{since_ms}`, `{since_s}` and `{cursor}`. */
  url: string;
  /** Their values are secrets: they go to this origin and nowhere else, neither into file, log nor message. */
  headers: Readonly<Record<string, string>>;
};

type Needs = {
  handle: InputHandle;
  notice(level: 'info' | 'warning', text: string): void;
  intervalMs?: number;
  /** Spreads retries; between 0 and 1. */
  random?: () => number;
};

export type PolledEndpoint = Source & {
  /** Resolves after the first round, also where it failed, or when it takes long. */
  ready: Promise<void>;
};

const longestWaitMs = 60_000;
/** An endpoint that is slow keeps no session from starting. */
const longestStartMs = 5000;
const maxPages = 100;
/** Clocks differ and records come in late; what comes twice is known again. */
const overlapMs = 10_000;

/**
 * What is there at the start is passed over, as the end of a log is, unless the address says `{since}`. Failures are
 * told once, and tried again ever more slowly, or when the endpoint says. Throws a Refusal where the address is none.
 */
export function pollEndpoint(options: PollOptions, needs: Needs): PolledEndpoint {
  const address = readPollAddress(options.url);
  const { notice, intervalMs = 2000, random = Math.random } = needs;
  const stop = new AbortController();
  const poll = createPoll(address, {
    headers: options.headers,
    signal: stop.signal,
    intake: createPollIntake(needs.handle),
  });
  let failures = 0;
  let toldReason: string | null = null;

  /** Returns for how long to wait. */
  const settle = (failure: Failure | null): number => {
    if (failure === null) {
      if (toldReason !== null) notice('info', `Polling ${address.name} works again.`);
      failures = 0;
      toldReason = null;
      return intervalMs;
    }
    failures += 1;
    const { reason, retryAfterMs } = failure;
    if (reason !== toldReason)
      notice('warning', `Polling ${address.name}: it ${reason}. It is tried again until it works.`);
    toldReason = reason;
    const backOff = Math.min(longestWaitMs, intervalMs * 2 ** Math.min(failures, 16)) * (0.5 + random() / 2);
    return Math.max(backOff, retryAfterMs ?? 0);
  };

  const first = async (): Promise<number> => {
    notice('info', `Polling ${address.name}.`);
    return settle(await poll.round());
  };
  const goOn = async (firstWaitMs: number) => {
    for (let waitMs = firstWaitMs; ; waitMs = settle(await poll.round())) {
      await pause(waitMs, undefined, { signal: stop.signal });
    }
  };
  const started = first();
  // Only the end of the session stops it: a bug is told, as it would be missing from the session in silence.
  const running = started.then(goOn).catch(() => {
    if (!stop.signal.aborted) notice('warning', `Polling ${address.name} has stopped by a failure of Twinlane.`);
  });
  return {
    ready: Promise.race([started, pause(longestStartMs, undefined, { signal: stop.signal, ref: false })]).then(
      () => undefined,
      () => undefined,
    ),
    async close() {
      stop.abort();
      await running;
      await poll.close();
    },
  };
}

type Failure = Extract<PollResponse, { state: 'failed' }>;
type PollNeeds = { headers: PollOptions['headers']; signal: AbortSignal; intake: PollIntake };

function createPoll(address: PollAddress, { headers, signal, intake }: PollNeeds) {
  let since = Date.now();
  let cursor: string | null = null;
  let tag: { url: string; etag: string | null } = { url: '', etag: null };
  let isFirst = !address.hasSince;

  const ask = (url: string) => askOnce({ url, headers, signal, etag: tag.url === url ? tag.etag : null });

  /** Where the next page is; null at the last one. */
  const take = async (url: string, answer: PollAnswer, link: string | null): Promise<string | null> => {
    await intake.take(answer.items, { isPassedOver: isFirst });
    const isAhead = address.hasCursor && answer.cursor !== null && answer.cursor !== cursor;
    if (isAhead) cursor = answer.cursor;
    if (isAhead && answer.items.length > 0) return address.fill({ since, cursor });
    return nextPage({ url, link, next: answer.next });
  };

  /** Null where all pages were read. */
  const round = async (): Promise<Failure | null> => {
    if (!(await intake.isStored())) return null;
    const startedAt = Date.now();
    let url: string | null = address.fill({ since, cursor });
    for (let pages = 0; url !== null && pages < maxPages; pages++) {
      const response: PollResponse = await ask(url);
      if (response.state === 'failed') return response;
      if (response.state === 'unchanged') break;
      const answer = readPollAnswer(response.body);
      if (answer === null) return { state: 'failed', reason: 'answers neither JSON nor NDJSON', retryAfterMs: null };
      tag = { url, etag: response.etag };
      url = await take(url, answer, response.link);
    }
    isFirst = false;
    since = startedAt - overlapMs;
    return null;
  };
  return { round, close: intake.isStored };
}
