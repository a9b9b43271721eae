/** Figure: a captured Pixel call against one that mitmproxy decrypts and answers, where it is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openClient } from '../support/keep-alive-client.ts';
import { type Figure, round } from './figure.ts';
import { type CallRun, openCallRun, pixelCall } from './rig/call-run.ts';
import { medianTimes } from './rounds.ts';

const REQUESTS = 100;
const ROUNDS = 9;

/** mitmproxy's own form of an add-on: answers each request without asking Meta. */
const addOn = `from mitmproxy import http

def request(flow):
    flow.response = http.Response.make(200, b"GIF89a" + bytes(37), {"content-type": "image/gif"})
`;

export const mitmproxyRequest: Figure = {
  name: 'mitmproxy-request',
  what: 'Pixel call answered by mitmproxy against one captured and stored here',
  unit: 'times',
  goal: { atLeast: 2 },
  async measure() {
    if (spawnSync('mitmdump', ['--version']).status !== 0) return { skipped: 'mitmdump is not installed' };
    const theirs = await openMitmproxy();
    const ours = await openCallRun('captured', new URL('rig/twinlane-proxy.ts', import.meta.url));
    const contestants = [theirs, ours].map((one) => ({
      name: one.name,
      run: () => one.client.repeat(pixelCall('order-1001'), REQUESTS),
    }));
    const [theirsMs = Number.NaN, oursMs = Number.NaN] = await medianTimes(contestants, ROUNDS);
    await Promise.all([theirs.close(), ours.close()]);
    return {
      value: round(theirsMs / oursMs),
      detail: `mitmproxy ${round(theirsMs / REQUESTS)} ms, captured ${round(oursMs / REQUESTS)} ms a call`,
    };
  },
};

async function openMitmproxy(): Promise<CallRun> {
  const folder = mkdtempSync(join(tmpdir(), 'twinlane-bench-'));
  const script = join(folder, 'answer.py');
  writeFileSync(script, addOn);
  const port = await freePort();
  const options = ['--listen-host', '127.0.0.1', '--listen-port', String(port), '--set', `confdir=${folder}`];
  const upstream = ['--set', 'connection_strategy=lazy', '--set', 'upstream_cert=false'];
  const child = spawn('mitmdump', ['--quiet', '--scripts', script, ...options, ...upstream], { stdio: 'inherit' });
  const certificatePath = join(folder, 'mitmproxy-ca-cert.pem');
  const client = await eventually(
    () => {
      if (!existsSync(certificatePath)) return null;
      const certificate = readFileSync(certificatePath, 'utf8');
      return openClient({ host: 'www.facebook.com', port: 443, certificate, proxy: port });
    },
    { withinMs: 30_000 },
  );
  return {
    name: 'mitmdump',
    client,
    close: async () => {
      client.close();
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
