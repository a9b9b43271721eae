/** Starts mockttp on 127.0.0.1 alone: by itself it would listen on every interface of the machine. */
import type { Server, Socket } from 'node:net';
import type { Mockttp } from 'mockttp';
import { getLocal, type MockttpOptions } from 'mockttp';

const LOOPBACK = '127.0.0.1';

export type LoopbackMockttp = {
  proxy: Mockttp;
  /** Takes over a connection that another server accepted, as if it had come to this one. */
  adopt(socket: Socket): void;
};

/**
 * mockttp has no option for the address, but keeps its server in a property before it calls `listen(port)` on it: that
 * one call is completed with the address. Should a later version work otherwise, starting fails instead of opening up.
 */
export async function startOnLoopback(options: MockttpOptions): Promise<LoopbackMockttp> {
  const proxy = getLocal(options);
  let server: Server | undefined;
  Object.defineProperty(proxy, 'server', {
    get: () => server,
    set: (created: Server) => {
      server = created;
      const listen = created.listen.bind(created) as (port: number, host: string) => Server;
      created.listen = ((port: number) => listen(port, LOOPBACK)) as Server['listen'];
    },
  });
  await proxy.start(0);
  const address = server?.address();
  if (typeof address === 'object' && address?.address === LOOPBACK) {
    return { proxy, adopt: (socket) => void server?.emit('connection', socket) };
  }
  await proxy.stop();
  throw new Error('The proxy would listen beyond this machine.');
}
