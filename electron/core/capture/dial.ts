/** Opens a connection to a host, directly or through the network's own proxy. */
import { EventEmitter } from 'node:events';
import type { Agent, ClientRequest } from 'node:http';
import { connect, type LookupFunction, type Socket } from 'node:net';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';
import type { UpstreamRoute } from './upstream-route.ts';

export type Destination = { host: string; port: number; lookup?: LookupFunction };

/** A peer that vanished without a word (sleep, a change of VPN) is noticed after about this long. */
const KEEP_ALIVE_MS = 30_000;

/** The network's proxy would not connect; `code` says so in the answers and facts. */
class ProxyRefused extends Error {
  readonly code = 'UPSTREAM_PROXY_REFUSED';
}

/** Rejects with the error of the connection, or where the proxy on the way refuses. */
export async function dial(destination: Destination, route: UpstreamRoute): Promise<Socket> {
  const proxyUrl = await route.proxyFor(destination.host, destination.port);
  const socket = await (proxyUrl === null ? dialDirectly(destination) : dialThrough(proxyUrl, destination));
  socket.setKeepAlive(true, KEEP_ALIVE_MS);
  return socket;
}

function dialDirectly({ host, port, lookup }: Destination): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, allowHalfOpen: true, noDelay: true, ...(lookup ? { lookup } : {}) });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

async function dialThrough(proxyUrl: string, { host, port }: Destination): Promise<Socket> {
  // The agents are made for requests: this one only hears what the proxy answered.
  const request = new EventEmitter();
  let status = 200;
  request.on('proxyConnect', (answer: { statusCode: number }) => {
    status = answer.statusCode;
  });
  const agent = tunnelAgent(proxyUrl);
  const socket = await agent.connect(request as ClientRequest, { host, port, secureEndpoint: false });
  if (status === 200) return socket as Socket;
  socket.destroy();
  throw new ProxyRefused(`The proxy of the network answered with status ${status}.`);
}

function tunnelAgent(proxyUrl: string): HttpsProxyAgent<string> | SocksProxyAgent {
  return proxyUrl.startsWith('socks') ? new SocksProxyAgent(proxyUrl) : new HttpsProxyAgent(proxyUrl);
}

/** How a request of plain HTTP takes the way through a proxy: it is asked for the whole address, without a tunnel. */
export type PlainHop = {
  host: string;
  port: number;
  path: string;
  isSecure: boolean;
  headers: string[];
  agent?: Agent;
};

export function plainHop(proxyUrl: string, address: string): Partial<PlainHop> {
  if (proxyUrl.startsWith('socks')) return { agent: new SocksProxyAgent(proxyUrl) };
  const { protocol, hostname, port, username, password } = new URL(proxyUrl);
  const isSecure = protocol === 'https:';
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const auth = username === '' ? [] : ['Proxy-Authorization', `Basic ${Buffer.from(user).toString('base64')}`];
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (isSecure ? 443 : 80)),
    path: address,
    isSecure,
    headers: auth,
  };
}
