/** The visit of the sample session: two people buy tea, and the shop makes the mistakes that shops make. */
import type { JsonObject } from '../../../shared/model/json.ts';
import { createBackend } from '../shop/backend.ts';
import { graphHost } from '../shop/graph.ts';
import { logRecord } from '../shop/log-file.ts';
import { seededRandom } from '../shop/seeded-random.ts';
import { createShop } from '../shop/shop.ts';
import { playedClock } from './clock.ts';
import { type PlayedVisitorOptions, playVisitor, type RecordedCall } from './played-visitor.ts';

export type Sample = { browser: RecordedCall[]; server: JsonObject[] };

type Everyone = Omit<PlayedVisitorOptions, 'userAgent' | 'screen'>;

const origin = 'https://harbor-tea.example';
const startAt = Date.UTC(2026, 10, 24, 9, 12, 4, 318);
const seed = 1001;
const chrome = (system: string, form: string) =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 ${form}Safari/537.36`;

/** Ada comes from an ad. A double click, a template without ids, and an order that Meta counts twice. */
async function adaBuys(everyone: Everyone): Promise<void> {
  const userAgent = chrome('Windows NT 10.0; Win64; x64', '');
  const ada = playVisitor({ ...everyone, userAgent, screen: { width: 1920, height: 1080 } });
  await ada.open('/product/T-104?fbclid=IwAR2fZk8sampleClickHarborTea', 'https://l.facebook.com/');
  await ada.wait(21);
  ada.setFaults('dup.browser-repeat');
  await ada.pressLive('Add to cart', '/cart/add', { sku: 'T-104' });
  await ada.wait(9);
  ada.setFaults('id.missing-browser', 'key.missing-fbc');
  await ada.open('/checkout');
  await ada.wait(47);
  ada.setFaults('id.mismatch.prefix');
  const form = { name: 'Ada Brandt', email: 'ada.brandt@mail.example', phone: '+49 40 5550 1832' };
  await ada.submit('Place the order', '/checkout', form);
  await ada.wait(32);
}

/** Ben comes by himself. The server loses a view, a call is cut off, the queue stalls, the values differ by the tax. */
async function benBuys(everyone: Everyone): Promise<void> {
  const userAgent = chrome('Linux; Android 10; K', 'Mobile ');
  const ben = playVisitor({ ...everyone, userAgent, screen: { width: 412, height: 915 } });
  ben.setFaults('coverage.server-missing');
  await ben.open('/product/T-101', 'https://search.example/');
  await ben.wait(16);
  ben.setFaults('delivery.aborted', 'time.late');
  await ben.pressLive('Add to cart', '/cart/add', { sku: 'T-101' });
  await ben.wait(83);
  ben.setFaults('content.value-differs', 'key.missing-contact');
  const form = { name: 'Ben Ouma', email: 'ben@ouma.example', phone: '+49 40 5550 7741' };
  await ben.submit('Place the order', '/checkout', form);
  await ben.wait(10);
}

/** Plays the visit. The clock is played and the chances are seeded: it comes out the same each time. */
export async function playSample(): Promise<Sample> {
  const browser: RecordedCall[] = [];
  const server: JsonObject[] = [];
  const clock = playedClock(startAt);
  const log = (...line: Parameters<typeof logRecord>) => void server.push(JSON.parse(logRecord(...line)));
  const graphUrl = `https://${graphHost}`;
  const backend = createBackend({ deliver: null, graphUrl, log, now: clock.now, later: clock.later });
  const shop = createShop({ now: clock.now, random: seededRandom(seed), backend });
  log(30, clock.now(), 'shop is listening', { port: 443 });
  const record = (call: RecordedCall) => void browser.push(call);
  const random = seededRandom(seed + 1);
  const everyone = { shop, origin, clock, random, settle: backend.settled, record };
  await clock.advance(2500, backend.settled);
  await adaBuys(everyone);
  await benBuys(everyone);
  return { browser, server };
}
