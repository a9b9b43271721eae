/** Answers Pixel calls in Meta's place while calls are held, in the shapes that Meta's own answers have. */

export type HeldAnswer = { statusCode: number; headers: Record<string, string>; rawBody: Buffer };

/** The transparent 1×1 GIF of 43 bytes with which `/tr` answers an image. */
export const PIXEL_GIF = Buffer.from(
  '47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b',
  'hex',
);

type Request = { method: string; headers: Readonly<Record<string, string | string[] | undefined>> };

/** An image for GET; an empty text for what a form, a beacon or `fetch` posts; for OPTIONS the leave to send it. */
export function heldPixelAnswer(request: Request): HeldAnswer {
  const method = request.method.toUpperCase();
  if (method === 'OPTIONS') return answer(200, { ...cors(request), ...preflight(request) }, Buffer.alloc(0));
  if (method === 'POST') return answer(200, { ...cors(request), 'content-type': 'text/plain' }, Buffer.alloc(0));
  return answer(200, { ...cors(request), 'content-type': 'image/gif' }, PIXEL_GIF);
}

/** For Graph, a Conversions API Gateway and its copies in the browser. */
export function heldJsonAnswer(request: Request, status: number, json: string): HeldAnswer {
  return answer(status, { ...cors(request), 'content-type': 'application/json' }, Buffer.from(json));
}

function answer(statusCode: number, headers: Record<string, string>, rawBody: Buffer): HeldAnswer {
  const fixed = { 'cache-control': 'no-cache, must-revalidate, max-age=0', 'content-length': String(rawBody.length) };
  return { statusCode, headers: { ...headers, ...fixed, 'cross-origin-resource-policy': 'cross-origin' }, rawBody };
}

/** Credentials are only let through for a named origin, so the page's own is named. */
function cors({ headers }: Request): Record<string, string> {
  const origin = single(headers.origin);
  if (origin === null) return {};
  return { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'Origin' };
}

function preflight({ headers }: Request): Record<string, string> {
  return {
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': single(headers['access-control-request-headers']) ?? 'content-type',
    'access-control-max-age': '600',
  };
}

function single(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
