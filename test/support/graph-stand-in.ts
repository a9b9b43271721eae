/** A stand-in for Graph to which the endpoint passes on: keeps what came in and answers as it is told. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { Json } from '../../shared/model/json.ts';

type StandInAnswer = { status: number; body: Json; headers?: Record<string, string> };
type Received = { method: string; url: string; headers: IncomingHttpHeaders; bytes: Buffer };

/** Call it inside a test. `answer` null: the connection is cut. */
export async function startGraphStandIn(answer: StandInAnswer | null) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    received.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, bytes });
    if (answer === null) return void request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  });
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
