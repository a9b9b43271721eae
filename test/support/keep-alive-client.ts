/** A client with one TLS connection, direct or through a proxy, that sends one request after the other. */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

export type Route = {
  host: string;
  port: number;
  /** PEM of the authority that is trusted. */
  certificate: string;
  /** Port of a proxy on 127.0.0.1; null: direct. */
  proxy: number | null;
};

export type KeepAliveClient = {
  /** Resolves with the status when the whole answer is there; sent when those before it have been answered. */
  get(path: string): Promise<number>;
  /** So many requests, one after the other; rejects where one is not answered with 200. */
  repeat(path: string, count: number): Promise<void>;
  close(): void;
};

export async function openClient(route: Route): Promise<KeepAliveClient> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let socket = await secure(route, await reach(route));
  let last: Promise<unknown> = Promise.resolve();
  const isLost = () => socket.destroyed || socket.readableEnded;
  agent.createConnection = () => socket;

  const send = (path: string) =>
    new Promise<number>((resolve, reject) => {
      if (isLost()) return reject(new Error(`${route.host} closed the connection.`));
      const headers = { host: route.host };
      const outgoing = request({ agent, path, headers, host: route.host, port: route.port }, (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', reject);
      });
      outgoing.once('error', reject);
      outgoing.end();
    });

  const get = (path: string) => {
    const answer = last.then(() => send(path));
    last = answer.catch(() => undefined);
    return answer;
  };

  return {
    get,
    repeat: async (path, count) => {
      // Servers hang up on clients that pause, as this one does while others have their turn.
      if (isLost()) socket = await secure(route, await reach(route));
      for (let sent = 0; sent < count; sent += 1) {
        const status = await get(path);
        if (status !== 200) throw new Error(`${route.host} answered ${status}.`);
      }
    },
    close: () => {
      agent.destroy();
      socket.destroy();
    },
  };
}

async function reach({ host, port, proxy }: Route): Promise<Socket> {
  const socket = connect(proxy ?? port, '127.0.0.1');
  socket.setNoDelay(true);
  await once(socket, 'connect');
  if (proxy === null) return socket;
  socket.write(`CONNECT ${host}:${port} HTTP/1.1\r\nHost: ${host}:${port}\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  if (!answer.toString('latin1').startsWith('HTTP/1.1 200')) throw new Error(`The proxy refused: ${answer}`);
  return socket;
}

/** The name is not checked: the site's certificate is its own authority. */
async function secure({ host, certificate }: Route, socket: Socket): Promise<Socket> {
  const isAddress = /^[\d.]+$/.test(host);
  const tls = connectTls({
    socket,
    ca: certificate,
    ALPNProtocols: ['http/1.1'],
    checkServerIdentity: () => undefined,
    ...(isAddress ? {} : { servername: host }),
  });
  await once(tls, 'secureConnect');
  return tls;
}
