/** Takes from a request of the proxy what a fact needs. */
import type { CompletedRequest } from 'mockttp';
import { decodeBody } from '../decode-body.ts';
import type { CapturedCall } from './captured-call.ts';

/** Far above what any call of Meta's needs; the body of a larger one passes on unread. */
export const READ_BODY_BYTES = 16 * 1024 * 1024;

export async function readCapturedCall(request: CompletedRequest): Promise<CapturedCall> {
  const encoding = header(request, 'content-encoding');
  const decoded = await decodeBody(request.body.buffer, { encoding, maxOutputLength: READ_BODY_BYTES });
  // What cannot be decompressed is not kept: a token in it could not be found and cut.
  const body = Buffer.isBuffer(decoded) ? decoded : Buffer.alloc(0);
  return {
    at: Date.now(),
    method: request.method,
    url: urlAsAsked(request),
    contentType: header(request, 'content-type'),
    body: body.length > 0 ? body : null,
    isWhole: Buffer.isBuffer(decoded) && (body.length > 0 || !announcesBody(request)),
    referer: header(request, 'referer'),
    userAgent: header(request, 'user-agent'),
  };
}

/** The gate writes loopback names as addresses; the client's own name for the host is in its Host header. */
function urlAsAsked(request: CompletedRequest): string {
  const host = header(request, 'host');
  if (host === null) return request.url;
  return request.url.replace(/^(https?:\/\/)(?:127\.0\.0\.1|\[::1\])(?::\d+)?(?=\/|$)/, `$1${host}`);
}

/** mockttp keeps nothing of a body that is beyond its limit. */
function announcesBody(request: CompletedRequest): boolean {
  return header(request, 'transfer-encoding') !== null || Number(header(request, 'content-length') ?? 0) > 0;
}

function header(request: CompletedRequest, name: string): string | null {
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
