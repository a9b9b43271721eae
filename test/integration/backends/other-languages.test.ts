/** Clients of PHP, Python, Java and Ruby, connected by the lines of their pages; skipped where they are not installed. */
import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { type Connected, connectServer, versionOf } from '../../support/connected-server.ts';
import { sender } from '../../support/senders/senders.ts';
import { tried } from '../../support/tried.ts';

type Case = {
  what: string;
  /** The first of these that has what is needed is run. */
  programs: string[];
  /** Its arguments to print the version; it fails where something is not installed. */
  version: string[];
  page: string;
  /** Whose lines are pasted, in order. */
  places: string[];
  /** Sends the event `order-1`. */
  args: string;
};

const bundle = 'in a shell: the system’s trust list';
const pythons = ['/usr/bin/python3', 'python3'];
const python = (what: string, client: string, page = 'python-sdk'): Case => ({
  what,
  programs: pythons,
  version: ['-c', `import ${client === 'pinned' ? 'requests' : client} as it; print(it.__version__)`],
  page,
  places: [bundle, page === 'other' ? 'in the shell that starts it' : 'in the shell that starts Python'],
  args: `"${sender('send.py')}" ${client} order-1`,
});
const guzzleVersion =
  'require "/usr/share/php/GuzzleHttp/autoload.php"; passthru("dpkg-query -W php-guzzlehttp-guzzle", $bad); exit($bad);';
const php = (what: string, page: string, args: string): Case => ({
  what,
  programs: ['php'],
  version: ['-r', what.includes('Guzzle') ? guzzleVersion : 'curl_version(); echo PHP_VERSION;'],
  page,
  places: [bundle, 'in the shell that starts PHP'],
  args: `"${sender('send.php')}" ${args}`,
});
const java = (client: string): Case => ({
  what: `Java ${client}`,
  programs: ['java'],
  version: ['--list-modules'],
  page: 'java-sdk',
  places: ['in a shell: a trust store', 'in the shell that starts your server'],
  args: `"${sender('Send.java')}" ${client} order-1`,
});
const ruby = (what: string, client: string, page = 'rails'): Case => ({
  what,
  programs: ['ruby'],
  version: client === 'faraday' ? ['-rfaraday', '-e', 'puts Faraday::VERSION'] : ['-e', 'puts RUBY_VERSION'],
  page,
  places: [bundle, page === 'rails' ? 'in the shell that starts Rails' : 'in the shell that starts it'],
  args: `"${sender('send.rb')}" ${client} order-1`,
});

const cases: Case[] = [
  python('Python requests', 'requests'),
  python('Python requests', 'requests', 'django'),
  python('Python requests', 'requests', 'other'),
  python('Python requests, pinned as in Meta’s SDK', 'pinned'),
  python('Python httpx', 'httpx'),
  python('Python aiohttp', 'aiohttp'),
  php('PHP curl', 'php-sdk', 'curl order-1'),
  php('PHP curl', 'laravel', 'curl order-1'),
  php('PHP curl, pinned as in Meta’s SDK', 'php-sdk', 'curl order-1 "$HOME/twinlane-bundle.pem"'),
  php('PHP Guzzle, as in Meta’s SDK', 'php-sdk', 'guzzle order-1'),
  php('PHP Guzzle, as in Meta’s SDK', 'magento', 'guzzle order-1'),
  java('HttpsURLConnection'),
  java('java.net.http'),
  ruby('Ruby Net::HTTP', 'net/http'),
  ruby('Ruby Net::HTTP', 'net/http', 'other'),
  ruby('Ruby Faraday', 'faraday'),
];

const paste = (server: Connected, { page, places }: Case) => places.map((place) => server.lines(page, place));

test.for(cases)(
  '$what goes through the proxy with the lines of the page $page',
  { timeout: 120_000 },
  async (each, context) => {
    const found = await installed(each.programs, each.version);
    if (found === null) return context.skip(`${each.what} is not installed`);
    await tried({ kind: 'server client', what: each.what, version: found.version, way: 'proxy' }, async () => {
      const server = await connectServer();
      const out = await server.shell(...paste(server, each), `${found.program} ${each.args}`);
      expect(out).toContain('events_received');
      await server.expectEvent('order-1', 'proxy');
    });
  },
);

test('requests with a pinned bundle refuses the proxy’s certificate until REQUESTS_CA_BUNDLE is set', async (context) => {
  const found = await installed(pythons, ['-c', 'import requests as it; print(it.__version__)']);
  if (found === null) return context.skip('Python requests is not installed');
  const server = await connectServer();
  const line = `export HTTPS_PROXY="${server.addresses.proxy}"`;
  const sending = server.shell(line, `${found.program} "${sender('send.py')}" pinned order-1`);
  await expect(sending).rejects.toThrow(/CERTIFICATE_VERIFY_FAILED/);
});

test('PHP’s curl with a pinned bundle refuses it whatever php.ini says, until the bundle is changed', async (context) => {
  if ((await installed(['php'], ['-r', 'curl_version(); echo PHP_VERSION;'])) === null)
    return context.skip('PHP’s curl is not installed');
  const server = await connectServer();
  const lines = [bundle, 'in the shell that starts PHP'].map((place) => server.lines('php-sdk', place));
  const pinned = server.file('pinned.crt', rootCertificates[0] ?? '');
  const out = await server.shell(...lines, `php "${sender('send.php')}" curl order-1 "${pinned}"`);
  expect(out).toMatch(/ERROR SSL certificate problem/);
});

async function installed(programs: string[], version: string[]) {
  for (const program of programs) {
    const found = await versionOf(program, ...version);
    if (found !== null) return { program, version: found };
  }
  return null;
}
