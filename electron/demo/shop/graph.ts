/** Posts events to the Graph API, at a given address or through a proxy, as Meta's Node SDK would. */
import { readFileSync } from 'node:fs';
import { type ClientRequest, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect as connectTls } from 'node:tls';

export type CapiRoute = {
  /** Where `/v24.0/…` is posted to; null: to graph.facebook.com, and then only through the proxy. */
  graphUrl: string | null;
  proxyUrl?: string | null;
  /** The authority that signed the proxy's certificates, PEM. */
  certificatePath?: string | null;
};

export type GraphPost = { dataset: string; body: string; isLost: boolean };
export type GraphAnswer = { status: number; response: string } | { error: string };
export type Deliver = (post: GraphPost) => Promise<GraphAnswer>;

/** Opens no door anywhere; it looks like a token so that redaction has something to find. */
export const token = 'EAADEMO0TWINLANE0THIS0IS0NOT0A0REAL0TOKEN0';
export const graphHost = 'graph.facebook.com';
export const eventsPath = (dataset: string) => `/v24.0/${dataset}/events`;

/** The client timeout that Meta suggests. */
const timeoutMs = 1500;
type OpenRequest = (path: string, options: RequestOptions) => Promise<ClientRequest>;

/** To a given address, straight. */
function openDirect(graphUrl: string): OpenRequest {
  const send = graphUrl.startsWith('https:') ? httpsRequest : httpRequest;
  return async (path, options) => send(`${graphUrl.replace(/\/$/, '')}${path}`, { ...options, agent: false });
}

/** To graph.facebook.com, through a CONNECT tunnel whose far end is the proxy's certificate. */
function openThroughProxy(proxyUrl: string, certificatePath: string | null): OpenRequest {
  const proxy = new URL(proxyUrl);
  const authority = `${graphHost}:443`;
  return (path, options) =>
    new Promise((resolve, reject) => {
      const tunnel = { host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: authority, timeout: timeoutMs };
      const ca = certificatePath === null ? undefined : readFileSync(certificatePath);
      httpRequest(tunnel)
        .on('error', reject)
        .on('timeout', () => reject(new Error('the proxy did not answer')))
        .on('connect', (answer, socket) => {
          if (answer.statusCode !== 200) return reject(new Error(`the proxy answered ${answer.statusCode}`));
          const createConnection = () => connectTls({ socket, servername: graphHost, ...(ca ? { ca } : {}) });
          resolve(httpsRequest(`https://${graphHost}${path}`, { ...options, createConnection }));
        })
        .end();
    });
}

/** Writes the body and reads the answer; a lost post is cut off as soon as it is written. */
function exchange(request: ClientRequest, { body, isLost }: GraphPost): Promise<GraphAnswer> {
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ error: error.message });
    request.on('error', fail).on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    request.on('response', (answer) => {
      let response = '';
      answer.setEncoding('utf8').on('data', (text: string) => {
        response += text;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, response })).on('error', fail);
    });
    if (isLost) request.on('finish', () => setImmediate(() => request.destroy(new Error('cut off'))));
    request.end(body);
  });
}

/** Null where there is no way that ends on this machine: the demo shop never talks to Meta by itself. */
export function createDeliver({ graphUrl, proxyUrl = null, certificatePath = null }: CapiRoute): Deliver | null {
  if (graphUrl === null && proxyUrl === null) return null;
  const open = graphUrl === null ? openThroughProxy(proxyUrl ?? '', certificatePath) : openDirect(graphUrl);
  return async (post) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(post.body),
      'user-agent': 'harbor-tea-backend/1.0',
    };
    const path = `${eventsPath(post.dataset)}?access_token=${token}`;
    try {
      return await exchange(await open(path, { method: 'POST', headers, timeout: timeoutMs }), post);
    } catch (cause) {
      return { error: cause instanceof Error ? cause.message : String(cause) };
    }
  };
}
