/** Takes from a request of the proxy what a fact needs. */
import type { CompletedRequest } from 'mockttp';
import type { CapturedCall } from './captured-call.ts';

export async function readCapturedCall(request: CompletedRequest): Promise<CapturedCall> {
  const body = (await request.body.getDecodedBuffer()) ?? request.body.buffer;
  return {
    at: Date.now(),
    method: request.method,
    url: urlAsAsked(request),
    contentType: header(request, 'content-type'),
    body: body.length > 0 ? body : null,
    isWhole: body.length > 0 || !announcesBody(request),
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
