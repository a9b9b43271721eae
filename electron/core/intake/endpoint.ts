/** The test endpoint: a loopback server that takes Conversions API requests and answers them as Graph would. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '../../../shared/api/errors.ts';
import type { TimeMs } from '../../../shared/model/fact.ts';
import { defaultEndpointMode, type EndpointMode } from '../../../shared/model/session.ts';
import type { CheckMarks } from '../check/check-marks.ts';
import type { InputHandle, Source } from '../source.ts';
import { createForward } from './endpoint-forward.ts';
import { groupWrites } from './endpoint-group.ts';
import { guardEndpoint } from './endpoint-guard.ts';
import { createBacklog, type EndpointLimits, endpointLimits } from './endpoint-limits.ts';
import { createOverload } from './endpoint-overload.ts';
import { answerRequest, type Receiving } from './endpoint-receive.ts';

export type EndpointOptions = {
  /** 0: any free port. */
  port: number;
  handle: InputHandle;
  now?: () => TimeMs;
  /** Asked anew for each request, so that it can change while a session runs. Who may send is asked once. */
  mode?: () => EndpointMode;
  limits?: Partial<EndpointLimits>;
  /** Where requests are passed on to, when the mode says so; Meta's own unless a test stands in for it. */
  graphUrl?: string;
  marks?: CheckMarks;
};

export type Endpoint = Source & {
  /** `http://127.0.0.1:<port>`: what an SDK takes for Graph's host. */
  url: string;
  port: number;
};

/** Requests under way are answered before the endpoint closes, but not for longer. */
const closeWithinMs = 2000;

/**
 * Acknowledges a request only once its events are stored. Nothing that was stored can be read through it, and pages in
 * a browser cannot post to it. Throws a Refusal where the port is taken.
 */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { port, handle, now = Date.now, mode = () => defaultEndpointMode, marks } = options;
  const limits = { ...endpointLimits, ...options.limits };
  const guard = guardEndpoint(mode().allow);
  const overload = createOverload(handle);
  let count = 0;
  const receiving: Receiving = {
    handle: { ...handle, sink: groupWrites(handle.sink) },
    mode,
    now,
    guard,
    limits,
    backlog: createBacklog(limits),
    forward: createForward(options.graphUrl ?? 'https://graph.facebook.com'),
    nextNumber: () => ++count,
    onBusy: overload.add,
    isCheck: ({ headers }) => marks?.see(headers['x-twinlane-check']) ?? false,
  };
  const server = openServer(limits, (request, response) => void answerRequest(request, response, receiving));
  await listen(server, port, guard.listenOn);
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actualPort}`,
    port: actualPort,
    close: () => close(server).finally(overload.close),
  };
}

/** Node refuses what is no sound HTTP (two lengths, bad chunks, large headers) and ends what is too slow. */
function openServer(limits: EndpointLimits, onRequest: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(
    {
      headersTimeout: limits.headersWithinMs,
      requestTimeout: limits.requestWithinMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: Math.min(1000, limits.headersWithinMs),
      insecureHTTPParser: false,
      requireHostHeader: true,
    },
    onRequest,
  );
  server.maxConnections = limits.connections;
  return server;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error);
      const why = error.code === 'EACCES' ? 'may not be used' : 'is taken by another program';
      reject(
        new Refusal('port-taken', `Port ${port} ${why}; choose another one for the test endpoint.`, { cause: error }),
      );
    });
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), closeWithinMs);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
    server.closeIdleConnections();
  });
}
