/** The app with a long session on its desk, and more of it on demand: `live SECONDS` feeds events, `close` takes it away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startHost } from '../../../electron/core/serve/loopback-host.ts';
import { coreOver, createSession } from '../../../electron/core/session.ts';
import type { InputHandle } from '../../../electron/core/source.ts';
import { ordinary, pixelFact, serverFact } from './checkout-facts.ts';
import { tellReady } from './helper-process.ts';
import { watchedView } from './watched-view.ts';

export type LongSessionReady = { window: string };
/** The n-th live pair was due at `startAt + n * everyMs`, ms since the epoch, and the order number `firstOrder + n`. */
export type LiveFeed = { startAt: number; everyMs: number; pairs: number; firstOrder: number };

const [pairs = '100000'] = process.argv.slice(2);
/** Two events a pair: 500 events a second. */
const everyMs = 4;
const tickMs = 20;
const liveFrom = 1_000_000;
const orderOf = (n: number) => 100_000 + liveFrom + n;

const homeFolder = mkdtempSync(join(tmpdir(), 'twinlane-bench-'));
const session = createSession({ homeFolder });
const core = coreOver(session);
const host = await startHost({ core, port: 0, rendererDir: await watchedView(homeFolder) });
const book = session.desk.open(null);
const browser = book.openInput('proxy', 'bench');
const server = book.openInput('endpoint', 'bench');
await take(Array.from({ length: Number(pairs) }, (_, n) => n));
session.desk.status.capture({ state: 'recording', url: null, browser: null, since: Date.now() });

const ready: LongSessionReady = { window: host.url };
tellReady(ready, async () => {
  await core.close();
  await host.close();
  rmSync(homeFolder, { recursive: true, force: true });
});
createInterface({ input: process.stdin }).on('line', (line) => void obey(line));

async function obey(line: string): Promise<void> {
  const [what, seconds] = line.split(' ');
  if (what === 'close') await session.close();
  process.stdout.write(`${JSON.stringify(what === 'live' ? feed(Number(seconds)) : {})}\n`);
}

/** Feeds what is due: whatever keeps this process from its work shows as delay. */
function feed(seconds: number): LiveFeed {
  const startAt = performance.timeOrigin + performance.now();
  const total = Math.round((seconds * 1000) / everyMs);
  let fed = 0;
  const timer = setInterval(() => {
    const due = Math.min(total, Math.floor((performance.timeOrigin + performance.now() - startAt) / everyMs));
    for (; fed < due; fed += 1) void takeLive(fed);
    if (fed === total) clearInterval(timer);
  }, tickMs);
  return { startAt, everyMs, pairs: total, firstOrder: orderOf(0) };
}

/** All in one go: the pipeline is at its best with many together. */
function take(numbers: number[]): Promise<void> {
  return browser.sink.add(numbers.flatMap((n) => [pixelFact(n), serverFact(n)]));
}

async function takeLive(n: number): Promise<void> {
  const number = liveFrom + n;
  const at = Math.round(performance.timeOrigin + performance.now());
  const checkout = { ...ordinary(number), at };
  await add(browser, { ...pixelFact(number, checkout), input: browser.input.id });
  await add(server, { ...serverFact(number, checkout), input: server.input.id });
}

function add({ sink }: InputHandle, fact: Parameters<InputHandle['sink']['add']>[0][number]): Promise<void> {
  return sink.add([fact]);
}
