/** A stand-in for the internet behind a CONNECT proxy: every name has a server with TLS there, on loopback, that counts. */
import { type CompletedRequest, generateCACertificate, getLocal } from 'mockttp';
import { onTestFinished } from 'vitest';

export type FakeInternet = {
  /** Give it to the capturing proxy as its upstream. */
  proxyUrl: string;
  /** The authority that signed all its certificates (PEM); trusted by nobody who is not told. */
  certificate: string;
  /** Every request that arrived. */
  arrivals: CompletedRequest[];
  /** How it answers; 200 with a short text at first. */
  answer: (request: CompletedRequest) => Promise<FakeAnswer> | FakeAnswer;
};

type FakeAnswer = { statusCode?: number; headers?: Record<string, string>; body?: string } | 'reset' | 'close';

/** Call it inside a test. */
export async function startFakeInternet(): Promise<FakeInternet> {
  const { cert, key } = await authority();
  const server = getLocal({ https: { cert, key }, recordTraffic: false });
  await server.start();
  onTestFinished(() => server.stop());
  const internet: FakeInternet = {
    proxyUrl: `http://127.0.0.1:${server.port}`,
    certificate: cert,
    arrivals: [],
    answer: () => ({ statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'from the internet' }),
  };
  await server.forAnyRequest().thenCallback((request) => {
    internet.arrivals.push(request);
    return internet.answer(request);
  });
  return internet;
}

let made: ReturnType<typeof generateCACertificate> | undefined;

/** One for all tests of a file: making a key takes a moment. */
function authority(): ReturnType<typeof generateCACertificate> {
  made ??= generateCACertificate();
  return made;
}
