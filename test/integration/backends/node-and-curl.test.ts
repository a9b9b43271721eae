/** Meta's Node SDK, fetch and curl, connected by the lines of their pages. */
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { type Connected, connectServer, versionOf } from '../../support/connected-server.ts';
import { nodeModules, sender } from '../../support/senders/senders.ts';
import { tried } from '../../support/tried.ts';

const node = process.execPath;
const kind = 'server client' as const;
const sdk = () => ({
  kind,
  what: 'facebook-nodejs-business-sdk',
  version: String(createRequire(import.meta.url)('facebook-nodejs-business-sdk/package.json').version),
});
const fetchOfNode = { kind, what: 'Node fetch', version: process.versions.node };
const withSdk = `NODE_PATH="${nodeModules}" "${node}"`;

test('the Node SDK sends to the test endpoint after the lines of its page', async () => {
  await tried({ ...sdk(), way: 'test endpoint' }, async () => {
    const server = await connectServer();
    const override = server.file('override.cjs', server.lines('node-sdk', 'in your server’s start file'));
    const out = await server.shell(`${withSdk} -r "${override}" "${sender('send.cjs')}" sdk order-1`);
    expect(out).toContain('"events_received":1');
    await server.expectEvent('order-1', 'endpoint');
  });
});

test('the Node SDK goes through the proxy with the variables of its page', async () => {
  await tried({ ...sdk(), way: 'proxy' }, async () => {
    const server = await connectServer();
    const lines = server.lines('node-sdk', 'in the shell that starts your server');
    expect(await server.shell(lines, `${withSdk} "${sender('send.cjs')}" sdk order-1`)).toContain(
      '"events_received":1',
    );
    await server.expectEvent('order-1', 'proxy');
  });
});

test('fetch sends to the test endpoint where the code takes the address from the environment', async () => {
  await tried({ ...fetchOfNode, way: 'test endpoint' }, async () => {
    const server = await connectServer();
    const lines = server.lines('fetch-and-curl', 'in the shell that starts your server, for such code');
    await server.shell(lines, `"${node}" "${sender('send.cjs')}" fetch order-1`);
    await server.expectEvent('order-1', 'endpoint');
  });
});

test.each([
  ['fetch-and-curl', 'in the shell that starts Node'],
  ['other', 'in the shell that starts it'],
])('fetch goes through the proxy with the variables of the page %s', async (page, place) => {
  await tried({ ...fetchOfNode, way: 'proxy' }, async () => {
    const server = await connectServer();
    const lines = [...(await bundle(server, page)), server.lines(page, place)];
    await server.shell(...lines, `"${node}" "${sender('send.cjs')}" fetch order-1`);
    await server.expectEvent('order-1', 'proxy');
  });
});

test('curl sends the first try of its page to the test endpoint', async (context) => {
  const version = await versionOf('curl', '--version');
  if (version === null) return context.skip('curl is not installed');
  await tried({ kind, what: 'curl', version, way: 'test endpoint' }, async () => {
    const server = await connectServer();
    const out = await server.shell(server.lines('fetch-and-curl', 'curl, as a first try'));
    expect(JSON.parse(out)).toMatchObject({ events_received: 1 });
    await server.expectEvent('first-try', 'endpoint');
  });
});

const leadByCurl = (options = '') => `curl -sS --max-time 20 ${options} \\
  https://graph.facebook.com/v25.0/1234567890/events --data-urlencode access_token=secretQ9 \\
  --data-urlencode "data=[{\\"event_name\\":\\"Lead\\",\\"event_time\\":$(date +%s),\\"event_id\\":\\"order-1\\",\\"action_source\\":\\"system_generated\\",\\"user_data\\":{\\"external_id\\":\\"7\\"}}]"`;

test.for([
  ['fetch-and-curl', 'in the shell that starts the script'],
  ['other', 'in the shell that starts it'],
] as const)('curl goes through the proxy with the variables of the page %s', async ([page, place], context) => {
  const version = await versionOf('curl', '--version');
  if (version === null) return context.skip('curl is not installed');
  await tried({ kind, what: 'curl', version, way: 'proxy' }, async () => {
    const server = await connectServer();
    await server.shell(...(await bundle(server, page)), server.lines(page, place), leadByCurl());
    await server.expectEvent('order-1', 'proxy');
  });
});

test('curl goes through the proxy with the options of its page', async (context) => {
  if ((await versionOf('curl', '--version')) === null) return context.skip('curl is not installed');
  const server = await connectServer();
  const options = /^curl (.*) https:/.exec(server.lines('fetch-and-curl', 'curl’s options'))?.[1];
  await server.shell(leadByCurl(options));
  await server.expectEvent('order-1', 'proxy');
});

test('wget goes through the proxy with the variables and the option of the page for anything else', async (context) => {
  const version = await versionOf('wget', '--version');
  if (version === null) return context.skip('wget is not installed');
  await tried({ kind, what: 'wget', version, way: 'proxy' }, async () => {
    const server = await connectServer();
    const event = `[{"event_name":"Lead","event_time":${Math.floor(Date.now() / 1000)},"event_id":"order-1","action_source":"system_generated","user_data":{"external_id":"7"}}]`;
    const form = server.file('form', `access_token=secretQ9&data=${encodeURIComponent(event)}`);
    const wget = `wget -q -O - --ca-certificate="$HOME/twinlane-bundle.pem" --post-file "${form}" https://graph.facebook.com/v25.0/1234567890/events`;
    await server.shell(...(await bundle(server, 'other')), server.lines('other', 'in the shell that starts it'), wget);
    await server.expectEvent('order-1', 'proxy');
  });
});

/** The lines that make the bundle, where the page has them. */
async function bundle(server: Connected, page: string): Promise<string[]> {
  return page === 'other' ? [server.lines(page, 'in a shell: the system’s trust list')] : [];
}
