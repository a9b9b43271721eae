/** Speaks Chromium's DevTools protocol over a pipe that only this process and the browser hold: no port is opened. */
import type { Readable, Writable } from 'node:stream';

export type CdpEvent = { method: string; params: Record<string, unknown>; sessionId: string | null };

export type CdpConnection = {
  /** Rejects where the browser refuses, and when the connection ends first. */
  send<Result = unknown>(method: string, params?: object, sessionId?: string | null): Promise<Result>;
  /** Sends without waiting; a refusal (the page is already gone) is of no interest. */
  post(method: string, params?: object, sessionId?: string | null): void;
  /** One listener for all events, in the order in which they came. */
  onEvent(listener: (event: CdpEvent) => void): void;
};

type Waiting = { resolve(result: unknown): void; reject(error: Error): void };
type Message = {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  sessionId?: string;
  result?: unknown;
  error?: { message?: string };
};

/** `toBrowser` is the browser's file descriptor 3, `fromBrowser` its 4; messages end with a zero byte. */
export function connectCdp(toBrowser: Writable, fromBrowser: Readable): CdpConnection {
  const waiting = new Map<number, Waiting>();
  const listeners: ((event: CdpEvent) => void)[] = [];
  let lastId = 0;
  let isOpen = true;

  const end = () => {
    isOpen = false;
    for (const { reject } of waiting.values()) reject(new Error('The browser closed the connection.'));
    waiting.clear();
  };
  toBrowser.on('error', end);
  fromBrowser.on('error', end);
  fromBrowser.on('close', end);
  readMessages(fromBrowser, (message) => {
    const call = message.id === undefined ? undefined : waiting.get(message.id);
    if (message.id !== undefined) waiting.delete(message.id);
    if (call && message.error) call.reject(new Error(message.error.message ?? 'The browser refused.'));
    else call?.resolve(message.result);
    if (message.method === undefined) return;
    const event = { method: message.method, params: message.params ?? {}, sessionId: message.sessionId ?? null };
    for (const listener of listeners) listener(event);
  });

  const send = (method: string, params: object = {}, sessionId: string | null = null): Promise<unknown> => {
    if (!isOpen) return Promise.reject(new Error('The browser is gone.'));
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  };
  return {
    send: send as CdpConnection['send'],
    post: (method, params, sessionId) => void send(method, params, sessionId).catch(() => undefined),
    onEvent: (listener) => void listeners.push(listener),
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
