/** Asks a polled endpoint once: follows redirects within its origin, stops at limits, and says why it has no answer. */

export type PollResponse =
  | { state: 'answered'; body: string; etag: string | null; link: string | null }
  | { state: 'unchanged' }
  /** `retryAfterMs`: as the endpoint asks; null where it does not. */
  | { state: 'failed'; reason: string; retryAfterMs: number | null };

export type PollRequest = {
  url: string;
  /** Sent to the address's own origin only. */
  headers: Readonly<Record<string, string>>;
  etag: string | null;
  signal: AbortSignal;
};

const maxBytes = 32 * 2 ** 20;
const timeoutMs = 30_000;
const maxRedirects = 5;
const longestRetryMs = 15 * 60_000;

/** Rejects only where the signal ended it. */
export async function askOnce({ url, headers, etag, signal }: PollRequest): Promise<PollResponse> {
  try {
    const accept = { accept: 'application/json, application/x-ndjson;q=0.9', ...headers };
    const sent = etag === null ? accept : { ...accept, 'if-none-match': etag };
    const response = await follow(url, sent, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
    if (response === null) return failed('redirects to another host, where it is not followed');
    return await read(response);
  } catch (cause) {
    signal.throwIfAborted();
    return failed(reasonOf(cause));
  }
}

function failed(reason: string, retryAfterMs: number | null = null): PollResponse {
  return { state: 'failed', reason, retryAfterMs };
}

/** Null where it leads away from its origin: headers may hold secrets. */
async function follow(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response | null> {
  let at = url;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const response = await fetch(at, { headers, signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || response.status === 304 || location === null) return response;
    await response.body?.cancel();
    const next = URL.parse(location, at);
    if (next?.origin !== new URL(url).origin) return null;
    at = next.href;
  }
  throw new Error('it redirects without end');
}

async function read(response: Response): Promise<PollResponse> {
  const { status, headers } = response;
  if (status === 304) return { state: 'unchanged' };
  if (status !== 200) {
    await response.body?.cancel();
    if (status === 204) return { state: 'unchanged' };
    return failed(`answers with status ${status}`, retryAfter(headers.get('retry-after')));
  }
  const body = await textWithin(response);
  if (body === null) return failed('answers with more than 32 MB; ask for less, with {since} or {cursor}');
  return { state: 'answered', body, etag: headers.get('etag'), link: headers.get('link') };
}

async function textWithin(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Seconds, or a date. */
function retryAfter(value: string | null): number | null {
  if (value === null) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), longestRetryMs);
}

/** Node's fetch hides the reason in the cause; addresses and headers are in none of these texts. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'cannot be reached';
  if (cause.name === 'TimeoutError') return `gives no answer within ${timeoutMs / 1000} s`;
  const inner = cause.cause;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  return code === '' ? 'cannot be reached' : `cannot be reached (${code})`;
}
