/** Speaks Chromium's DevTools protocol over a pipe that only this process and the browser hold: no port is opened. */
import type { Readable, Writable } from 'node:stream';

export type CdpEvent = { method: string; params: Record<string, unknown>; sessionId: string | null };

export type CdpConnection = {
  /** Rejects where the browser refuses, and when the connection ends first. */
  send<Result = unknown>(method: string, params?: object, sessionId?: string | null): Promise<Result>;
  /** Sends without waiting; a refusal (the page is already gone) is of no interest. */
  post(method: string, params?: object, sessionId?: string | null): void;
  /** The same, with the answer on the stack on which it came: it keeps its place among the events. */
  call(command: CdpCommand, onAnswer: (answer: CdpAnswer) => void): void;
  /** One listener for all events but those of claimed sessions, in the order in which they came. */
  onEvent(listener: (event: CdpEvent) => void): void;
  /** From now on the events of this session, and of every session below it, go to this listener alone. */
  claim(sessionId: string, listener: (event: CdpEvent) => void): void;
};

type CdpCommand = { method: string; params?: object; sessionId?: string | null };
type CdpAnswer = { result: unknown } | { error: { code?: number; message?: string } };

type Waiting = (answer: CdpAnswer) => void;
type Message = {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  sessionId?: string;
  result?: unknown;
  error?: { code?: number; message?: string };
};

/** `toBrowser` is the browser's file descriptor 3, `fromBrowser` its 4; messages end with a zero byte. */
export function connectCdp(toBrowser: Writable, fromBrowser: Readable): CdpConnection {
  const waiting = new Map<number, Waiting>();
  const events = createEventRouter();
  let lastId = 0;
  let isOpen = true;

  const end = () => {
    isOpen = false;
    for (const answer of waiting.values()) answer({ error: { message: 'The browser closed the connection.' } });
    waiting.clear();
  };
  toBrowser.on('error', end);
  fromBrowser.on('error', end);
  fromBrowser.on('close', end);
  readMessages(fromBrowser, ({ id, method, params, sessionId, result, error }) => {
    const answer = id === undefined ? undefined : waiting.get(id);
    if (id !== undefined) waiting.delete(id);
    answer?.(error ? { error } : { result });
    if (method !== undefined) events.route({ method, params: params ?? {}, sessionId: sessionId ?? null });
  });

  const call: CdpConnection['call'] = ({ method, params = {}, sessionId }, onAnswer) => {
    if (!isOpen) return onAnswer({ error: { message: 'The browser is gone.' } });
    const id = ++lastId;
    waiting.set(id, onAnswer);
    toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
  };
  const send = (method: string, params: object = {}, sessionId: string | null = null): Promise<unknown> =>
    new Promise((resolve, reject) => {
      call({ method, params, sessionId }, (answer) => {
        if ('result' in answer) resolve(answer.result);
        else reject(new Error(answer.error.message ?? 'The browser refused.'));
      });
    });
  return {
    send: send as CdpConnection['send'],
    post: (method, params, sessionId) => void send(method, params, sessionId).catch(() => undefined),
    call,
    onEvent: events.listen,
    claim: events.claim,
  };
}

/** A session that is opened by a claimed one is claimed with it. */
function createEventRouter() {
  const listeners: ((event: CdpEvent) => void)[] = [];
  const claims = new Map<string, (event: CdpEvent) => void>();
  return {
    listen: (listener: (event: CdpEvent) => void) => void listeners.push(listener),
    claim: (sessionId: string, listener: (event: CdpEvent) => void) => void claims.set(sessionId, listener),
    route(event: CdpEvent) {
      const claimant = event.sessionId === null ? undefined : claims.get(event.sessionId);
      if (claimant === undefined) {
        for (const listener of listeners) listener(event);
        return;
      }
      const other = String(event.params.sessionId ?? '');
      if (event.method === 'Target.attachedToTarget') claims.set(other, claimant);
      claimant(event);
      if (event.method === 'Target.detachedFromTarget') claims.delete(other);
    },
  };
}

function readMessages(stream: Readable, receive: (message: Message) => void): void {
  let parts: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end));
      start = end + 1;
      const text = Buffer.concat(parts).toString('utf8');
      parts = [];
      receive(JSON.parse(text) as Message);
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  });
}
