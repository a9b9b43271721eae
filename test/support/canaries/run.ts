/** One whole run of the command line with a canary in every place where a person or a site may put a secret. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { purchase } from '../capi.ts';
import { send } from '../capture-proxy.ts';
import { type RunningCommand, start } from '../command-line.ts';
import { eventually } from '../eventually.ts';
import { type FakeInternet, startFakeInternet } from '../fake-internet.ts';
import { endpointCalls, proxyCalls } from './calls.ts';
import { type CanarySite, startCanarySite } from './site.ts';
import { evidence, secrets } from './values.ts';

const withinMs = 30_000;

export type CanaryRun = {
  /** Everything that the run writes lies below it: `home`, `tmp`, `session`, `exports`. */
  folder: string;
  session: string;
  env: Record<string, string>;
  identity: string;
  orders: string;
  site: CanarySite;
  internet: FakeInternet;
  command: RunningCommand;
  /** What Meta was sent, with how often: the run has sent its secrets indeed. */
  secretsAtMeta(): Promise<string>;
};

/** `given` holds the user's own files, which are not the run's. Call it inside a test; the command runs on. */
export async function runWithCanaries(folder: string, given: string): Promise<CanaryRun> {
  const [internet, site] = await Promise.all([startFakeInternet(), startCanarySite()]);
  internet.answer = repeatSecrets;
  for (const name of ['home', 'tmp', 'session', 'exports']) mkdirSync(join(folder, name));
  const files = writeGivenFiles(given, internet);
  const session = join(folder, 'session', 'shop.twinlane');
  const env = environment(folder, { internet, certificate: files.certificate });
  const command = start(recordArguments({ site, internet, session, given, identity: files.identity }), {
    home: join(folder, 'home'),
    env,
  });
  const ready = await command.ready();
  const certificates = [await readFile(ready.certificate ?? '', 'utf8'), internet.certificate];
  const port = Number(new URL(ready.proxy ?? '').port);
  const proxy = { port, authority: { certificate: certificates.join('\n') } };
  for (const { url, ...call } of proxyCalls) await send(proxy, url, call);
  for (const { url, ...call } of endpointCalls(ready.endpoint ?? ''))
    await (await fetch(url, call as RequestInit)).text();
  appendFileSync(files.log, logLines);
  await eventually(() => ['POST /login', 'POST /done'].every((what) => site.visited.has(what)), { withinMs });
  await eventually(() => site.polls.length > 0, { withinMs });
  return { folder, session, env, ...files, site, internet, command, secretsAtMeta: () => textOf(internet) };
}

/** As Graph does: "Malformed access token …". */
async function repeatSecrets(request: FakeInternet['arrivals'][number]) {
  const text = `${request.url} ${request.headers.authorization ?? ''} ${(await request.body.getText()) ?? ''}`;
  const message = `Malformed access token ${(text.match(/(?:EAABc|c)AnArY[^\s&"\\]+/g) ?? []).join(' ')}`;
  const headers = { 'content-type': 'application/json' };
  return { statusCode: 400, headers, body: JSON.stringify({ error: { message, type: 'OAuthException', code: 190 } }) };
}

async function textOf({ arrivals }: FakeInternet): Promise<string> {
  const texts = arrivals.map(
    async ({ url, headers, body }) => `${url}${JSON.stringify(headers)}${await body.getText()}`,
  );
  return (await Promise.all(texts)).join('\n');
}

function writeGivenFiles(given: string, internet: FakeInternet) {
  const write = (name: string, text: string) => {
    writeFileSync(join(given, name), text);
    return join(given, name);
  };
  const { identityEmail, identityPhone, identityName, orderEmail, orderName, orderAddress } = secrets;
  const columns =
    'order_id,order_date,status,order_total,order_currency,billing_first_name,billing_email,billing_address_1';
  write('emit.cjs', commandScript);
  return {
    log: write('app.log', ''),
    certificate: write('internet.pem', internet.certificate),
    identity: write('me.txt', `email: ${identityEmail}\nphone: ${identityPhone}\nname: ${identityName}\n`),
    orders: write(
      'orders.csv',
      `${columns}\n4711,2026-11-24 10:00:00,completed,19.90,EUR,${orderName},${orderEmail},${orderAddress}\n`,
    ),
  };
}

const commandScript = `console.log(JSON.stringify({ access_token: ${JSON.stringify(secrets.commandOutput)}, data: [${JSON.stringify(purchase('command'))}] }));
console.error('no access with token=' + ${JSON.stringify(secrets.commandComplaint)} + ' and ' + process.env.CANARY);
setInterval(() => undefined, 1000);
`;

const logLines = [
  `[2026-11-24 10:00:00] production.INFO: POST https://graph.facebook.com/v25.0/123/events?access_token=${secrets.logToken} ${JSON.stringify({ headers: { Authorization: `Bearer ${secrets.logAuthorization}` }, data: [purchase('logged')] })}`,
  `[2026-11-24 10:00:01] production.INFO: login of jane with password=${secrets.logStrayLine}`,
  '',
].join('\n');

type Around = { internet: FakeInternet; certificate: string };

/** The network's proxy asks for a password: named for the calls of the browser, in the environment for those of the endpoint. */
function environment(folder: string, { internet, certificate }: Around): Record<string, string> {
  const proxy = new URL(internet.proxyUrl);
  Object.assign(proxy, { username: 'clerk', password: secrets.upstreamPassword });
  return {
    TMPDIR: join(folder, 'tmp'),
    CANARY: secrets.environment,
    CANARY_POLL: secrets.pollHeader,
    TWINLANE_PROXY_AUTH: `clerk:${secrets.upstreamPassword}`,
    HTTPS_PROXY: proxy.href,
    NO_PROXY: '127.0.0.1,localhost',
    NODE_USE_ENV_PROXY: '1',
    NODE_EXTRA_CA_CERTS: certificate,
  };
}

type Asked = { site: CanarySite; internet: FakeInternet; session: string; given: string; identity: string };

function recordArguments({ site, internet, session, given, identity }: Asked): string[] {
  const login = encodeURIComponent(secrets.passwordInAddress);
  const address = new URL(`/start?password=${login}`, site.origin);
  Object.assign(address, { username: 'jane', password: secrets.passwordInUrl });
  const trusted = ['www.facebook.com', 'graph.facebook.com', 'first.example'];
  return [
    'record',
    address.href,
    ...['--browser', 'chromium', '--headless', '--forward', '--save', session],
    ...[
      '--endpoint',
      '0',
      '--endpoint-forward',
      '--first-party',
      'first.example',
      '--upstream-proxy',
      internet.proxyUrl,
    ],
    ...trusted.flatMap((host) => ['--trust-host', host]),
    ...['--server', join(given, 'app.log')],
    ...[
      '--server',
      `cmd: ${JSON.stringify(process.execPath)} ${join(given, 'emit.cjs')} --api-key=${secrets.commandArgument} -u shop:${secrets.commandUser}`,
    ],
    ...[
      '--poll',
      `${site.origin}/capi-log?key=${secrets.pollQuery}`,
      '--poll-header',
      'Authorization: Bearer env:CANARY_POLL',
    ],
    ...['--identity', identity],
  ];
}

export const keptValues = Object.fromEntries(Object.entries(evidence).map(([name, { value }]) => [name, value]));
