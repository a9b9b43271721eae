/** Who may talk to the loopback host: every decision on a request's headers, as pure functions that refuse by default. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { SOCKET_PATH } from '../../../shared/api/handshake.ts';

/** 256 random bits that fit into a URL. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Takes the same time wherever the two differ. */
export function isSameToken(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** The names under which a browser on this machine reaches the host; a rebound DNS name is none of them. */
function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

type GuardOptions = {
  port: number;
  /** Further page origins: the development server's. None in a build. */
  devOrigins: string[];
};

/** A WebSocket's page. Browsers always send Origin with an upgrade, so a missing one is no page of ours. */
function isOwnOrigin(origin: string | undefined, { port, devOrigins }: GuardOptions): boolean {
  if (origin === undefined) return false;
  return ['127.0.0.1', 'localhost'].some((name) => origin === `http://${name}:${port}`) || devOrigins.includes(origin);
}

type Verdict = { status: 200 } | { status: 400 | 403 | 404 | 405; why: string };

type RequestHead = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/** May this request have a file of the view? Files hold no data, so no token is asked; other sites get none. */
export function judgeFileRequest({ method, headers }: RequestHead, port: number): Verdict {
  if (!isOwnHost(headers.host, port)) return { status: 403, why: 'This address is not known here.' };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, why: 'Only GET and HEAD are answered.' };
  const isOwnPage = [undefined, 'same-origin', 'none'].includes(oneOf(headers['sec-fetch-site']));
  if (!isOwnPage && headers['sec-fetch-mode'] !== 'navigate') return { status: 403, why: 'Other sites get nothing.' };
  return { status: 200 };
}

/** May this request become a WebSocket? It still says nothing before the greeting. */
export function judgeUpgrade({ method, url, headers }: RequestHead, options: GuardOptions): Verdict {
  if (!isOwnHost(headers.host, options.port)) return { status: 403, why: 'This address is not known here.' };
  if (!isOwnOrigin(headers.origin, options)) return { status: 403, why: 'Other sites get nothing.' };
  if (method !== 'GET') return { status: 405, why: 'Only GET and HEAD are answered.' };
  return url === SOCKET_PATH ? { status: 200 } : { status: 404, why: 'There is nothing here.' };
}

function oneOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' || header === undefined ? header : header.join(',');
}
