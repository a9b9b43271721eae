/** Sends a request that came to the test endpoint on to Meta as it is, with the sender's own token, and reads the answer. */
import type { IncomingMessage } from 'node:http';

export type ForwardedAnswer =
  | { state: 'answered'; status: number; text: string; headers: Record<string, string> }
  /** `error` as in `ECONNREFUSED`, fit for evidence. */
  | { state: 'failed'; error: string };

export type Forward = (request: IncomingMessage, bytes: Buffer) => Promise<ForwardedAnswer>;

const withinMs = 20_000;
/** Graph's answers have a few hundred bytes. */
const maxAnswerBytes = 4 * 2 ** 20;

/** What a sender may have set and Meta needs; everything else is about the connection to us. */
const passedOn = ['content-type', 'content-encoding', 'authorization', 'user-agent', 'accept', 'accept-language'];
/** What clients of Graph look at. */
const passedBack = [
  'content-type',
  'retry-after',
  'www-authenticate',
  'facebook-api-version',
  'x-fb-trace-id',
  'x-fb-request-id',
  'x-app-usage',
  'x-business-use-case-usage',
  'x-ad-account-usage',
];

/** `graphUrl`: where Graph is, `https://graph.facebook.com`. Never rejects. Nothing of the request is kept. */
export function createForward(graphUrl: string): Forward {
  const base = graphUrl.replace(/\/+$/, '');
  return async (request, bytes) => {
    const headers = Object.fromEntries(
      passedOn.flatMap((name) => {
        const value = request.headers[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    );
    try {
      const path = (request.url ?? '/').replace(/^\/*/, '/');
      const answer = await fetch(base + path, {
        method: 'POST',
        headers,
        body: new Uint8Array(bytes),
        redirect: 'manual',
        signal: AbortSignal.timeout(withinMs),
      });
      return { state: 'answered', status: answer.status, text: await readText(answer), headers: headersOf(answer) };
    } catch (error) {
      return { state: 'failed', error: codeOf(error) };
    }
  };
}

function headersOf(answer: Response): Record<string, string> {
  return Object.fromEntries(
    passedBack.flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

async function readText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > maxAnswerBytes) throw new Error('ANSWER_TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The system's name of the fault: messages hold addresses, and addresses may hold tokens. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  if (error instanceof Error && error.name === 'TimeoutError') return 'ETIMEDOUT';
  return error instanceof Error && error.message === 'ANSWER_TOO_LARGE' ? error.message : 'FAILED';
}
