/** A stand-in for the Graph API on loopback: keeps what is posted and says that it was received. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

type GraphEvent = {
  event_name: string;
  event_id?: string;
  event_time: number;
  user_data: Record<string, unknown>;
  custom_data: Record<string, unknown>;
};

export type GraphReceiver = {
  url: string;
  /** Method and address of each request, in order. */
  requests: string[];
  events: GraphEvent[];
};

/** Call it inside a test. */
export async function startGraphReceiver(): Promise<GraphReceiver> {
  const receiver: GraphReceiver = { url: '', requests: [], events: [] };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    receiver.requests.push(`${request.method} ${request.url}`);
    receiver.events.push(...(JSON.parse(body) as { data: GraphEvent[] }).data);
    response.setHeader('content-type', 'application/json').end('{"events_received":1,"messages":[],"fbtrace_id":"A1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return receiver;
}
