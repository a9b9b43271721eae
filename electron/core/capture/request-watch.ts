/** Finds the Pixel calls that never reached the proxy: stopped by a blocker or a policy, or cut off before they left. */
import { readBrowserCall } from '../../../shared/meta/pixel-call.ts';
import { browserCallFact, type CapturedCall } from './captured-call.ts';
import type { CdpEvent } from './cdp-connection.ts';
import { type LoadingFailed, readFailure } from './failed-request.ts';
import type { SeenCalls, Sighting } from './seen-calls.ts';
import { treatmentOf } from './treatment.ts';

export type UnsentCall = { call: CapturedCall; error: string };

export type RequestWatch = {
  handle(event: CdpEvent): void;
  /** A tab, frame or worker is gone, and with it what it had under way. */
  gone(sessionId: string): void;
  /** Decides at once about everything that is still open. */
  close(): void;
};

type SentRequest = {
  requestId: string;
  documentURL?: string;
  wallTime?: number;
  redirectResponse?: object;
  request: {
    url: string;
    method: string;
    headers: Record<string, string>;
    hasPostData?: boolean;
    postData?: string;
    postDataEntries?: { bytes?: string }[];
  };
};

type Pending = { sessionId: string | null; call: CapturedCall; sighting: Sighting };

/** A call that was cut off in the browser may still be on its way to the proxy. */
const ARRIVES_WITHIN_MS = 2000;
const LOOK_EVERY_MS = 50;

/** `seen` null: there is no proxy that could have seen them. `onUnsent` gets each such call once. */
export function watchRequests(seen: SeenCalls | null, onUnsent: (unsent: UnsentCall) => void): RequestWatch {
  const pending = new Map<string, Pending>();
  const undecided = new Set<() => void>();
  const take = ({ sighting }: Pending) => seen?.take(sighting) ?? false;

  const decideLater = (request: Pending, error: string) => {
    if (take(request)) return;
    const deadline = Date.now() + ARRIVES_WITHIN_MS;
    const settle = (isLast: boolean) => {
      const isTaken = take(request);
      if (!isTaken && !isLast && Date.now() < deadline) return;
      clearInterval(timer);
      undecided.delete(decideNow);
      if (!isTaken) onUnsent({ call: request.call, error });
    };
    const decideNow = () => settle(true);
    const timer = setInterval(() => settle(false), LOOK_EVERY_MS);
    undecided.add(decideNow);
  };

  const release = (requestId: string): Pending | undefined => {
    const request = pending.get(requestId);
    pending.delete(requestId);
    return request;
  };
  const settleAnswered = (requestId: string) => {
    const request = release(requestId);
    if (request) take(request);
  };
  const settleFailed = (requestId: string, params: CdpEvent['params']) => {
    const request = release(requestId);
    if (!request) return;
    const { error, isCertain } = readFailure(params as LoadingFailed);
    if (isCertain) onUnsent({ call: request.call, error });
    else decideLater(request, error);
  };

  return {
    handle({ method, params, sessionId }) {
      const requestId = String(params.requestId ?? '');
      if (method === 'Network.requestWillBeSent') {
        // After a redirect the same id stands for the next request: the one before it was answered.
        settleAnswered(requestId);
        const request = toPending(params as SentRequest, sessionId);
        if (request) pending.set(requestId, request);
      } else if (answerEvents.has(method)) {
        settleAnswered(requestId);
      } else if (method === 'Network.loadingFailed') {
        settleFailed(requestId, params);
      }
    },
    gone(sessionId) {
      for (const [requestId, request] of pending) {
        if (request.sessionId !== sessionId) continue;
        pending.delete(requestId);
        decideLater(request, 'net::ERR_ABORTED');
      }
    },
    close() {
      pending.clear();
      for (const decideNow of undecided) decideNow();
    },
  };
}

const answerEvents = new Set(['Network.responseReceived', 'Network.loadingFinished']);

/** Null for requests that are none of Meta's. */
function toPending(sent: SentRequest, sessionId: string | null): Pending | null {
  const { request } = sent;
  const treatment = treatmentOf(request.method, request.url);
  if (treatment.kind !== 'event' && treatment.kind !== 'script') return null;
  const body = bodyOf(request);
  const call: CapturedCall = {
    at: sent.wallTime === undefined ? Date.now() : Math.round(sent.wallTime * 1000),
    method: request.method,
    url: request.url,
    contentType: header(request.headers, 'content-type'),
    body: body ?? null,
    isWhole: body !== undefined,
    referer: sent.documentURL ?? null,
    userAgent: header(request.headers, 'user-agent'),
  };
  const isOurs = treatment.kind === 'script' || treatment.proven || carriesEvent(call);
  return isOurs ? { sessionId, call, sighting: { method: call.method, url: call.url, body } } : null;
}

function carriesEvent(call: CapturedCall): boolean {
  return readBrowserCall(browserCallFact(call, { input: 0, place: '', key: '' })).what !== 'other';
}

/** Null: none. Undefined: there is one, and the browser does not show it. */
function bodyOf({ postDataEntries, postData, hasPostData }: SentRequest['request']): Buffer | null | undefined {
  const parts = postDataEntries?.map(({ bytes }) => bytes);
  if (parts && parts.length > 0 && !parts.includes(undefined)) {
    return Buffer.concat(parts.map((bytes) => Buffer.from(bytes ?? '', 'base64')));
  }
  if (postData !== undefined) return Buffer.from(postData);
  return hasPostData ? undefined : null;
}

function header(headers: Record<string, string>, name: string): string | null {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
  return found?.[1] ?? null;
}
