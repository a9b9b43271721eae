/** Sends 100 server events and 100 Pixel calls a second to a recorder, and keeps count of what was acknowledged. */
import { type KeepAliveClient, openClient } from '../keep-alive-client.ts';

export type Recorder = { endpoint: string; proxy: number; certificate: string };

export type Traffic = {
  /** Ids of the events whose request was answered with 200. */
  acknowledged: { server: string[]; browser: string[] };
  /** Resolves when no answer can come any more. */
  stop(): Promise<void>;
};

const EACH_MS = 10;
const CONNECTIONS = 3;
/** The proxy holds a page up for a second at most, whether or not its call is stored by then. */
const STORED_WITHIN_MS = 900;

/** `name` makes the ids of this traffic unlike those of any other. */
export async function sendTraffic({ endpoint, proxy, certificate }: Recorder, name: string): Promise<Traffic> {
  const acknowledged: Traffic['acknowledged'] = { server: [], browser: [] };
  const route = { host: 'www.facebook.com', port: 443, certificate, proxy };
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => openClient(route)));
  const underWay = new Set<Promise<void>>();

  const follow = (id: string, list: string[], answer: Promise<boolean>) => {
    // A request that is cut off is not acknowledged, which is all that counts here.
    const settled = answer.catch(() => false).then((isKept) => void (isKept && list.push(id)));
    underWay.add(settled);
    void settled.then(() => underWay.delete(settled));
  };

  let n = 0;
  const timer = setInterval(() => {
    n += 1;
    follow(`${name}-s${n}`, acknowledged.server, postEvent(endpoint, `${name}-s${n}`));
    const client = clients[n % CONNECTIONS];
    if (client) follow(`${name}-b${n}`, acknowledged.browser, callPixel(client, `${name}-b${n}`));
  }, EACH_MS);

  return {
    acknowledged,
    stop: async () => {
      clearInterval(timer);
      for (const client of clients) client.close();
      await Promise.all(underWay);
    },
  };
}

async function postEvent(endpoint: string, id: string): Promise<boolean> {
  const event = {
    event_name: 'Purchase',
    event_time: Math.floor(Date.now() / 1000),
    event_id: id,
    action_source: 'website',
    event_source_url: 'https://shop.example/thank-you',
    user_data: { client_ip_address: '203.0.113.7', client_user_agent: 'Mozilla/5.0' },
    custom_data: { currency: 'EUR', value: 49.9 },
  };
  const response = await fetch(`${endpoint}/v25.0/1234567890/events?access_token=EAAB`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: [event] }),
  });
  await response.text();
  return response.status === 200;
}

async function callPixel(client: KeepAliveClient, id: string): Promise<boolean> {
  const started = performance.now();
  const status = await client.get(`/tr/?id=1234567890&ev=Purchase&dl=https%3A%2F%2Fshop.example%2F&eid=${id}`);
  return status === 200 && performance.now() - started < STORED_WITHIN_MS;
}
