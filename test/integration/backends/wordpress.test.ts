/** WordPress's own HTTP functions with the files of the WooCommerce page. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { connectServer, versionOf } from '../../support/connected-server.ts';
import { sender } from '../../support/senders/senders.ts';
import { tried } from '../../support/tried.ts';

const wordpress = '/usr/share/wordpress/wp-includes/version.php';
const versionHere = async () =>
  existsSync(wordpress) ? versionOf('php', '-r', `curl_version(); require '${wordpress}'; echo $wp_version;`) : null;
const send = (how: string, ...files: string[]) =>
  `php -d error_reporting=E_ERROR "${sender('wordpress.php')}" ${how} order-1 ${files.map((file) => `"${file}"`).join(' ')}`;

test('the must-use plugin of the page leads events to the test endpoint', async (context) => {
  const version = await versionHere();
  if (version === null) return context.skip('WordPress or PHP is not installed');
  await tried({ kind: 'server client', what: 'WordPress HTTP functions', version, way: 'test endpoint' }, async () => {
    const server = await connectServer();
    const plugin = server.file(
      'twinlane.php',
      server.lines('woocommerce', 'a new file, wp-content/mu-plugins/twinlane.php'),
    );
    expect(await server.shell(send('wp_safe_remote_request', plugin))).toContain('"events_received":1');
    await server.expectEvent('order-1', 'endpoint');
  });
});

test('the must-use plugin leaves every other call to Graph alone', async (context) => {
  if ((await versionHere()) === null) return context.skip('WordPress or PHP is not installed');
  const server = await connectServer();
  const plugin = server.file(
    'twinlane.php',
    server.lines('woocommerce', 'a new file, wp-content/mu-plugins/twinlane.php'),
  );
  const last = "add_filter('pre_http_request', fn($led) => $led ?: new WP_Error('left', 'left alone'), 20);";
  const end = server.file('end.php', `<?php ${last}`);
  const to = 'export SEND_TO="https://graph.facebook.com/v21.0/1234567890/products?next=/events"';
  expect(await server.shell(to, send('wp_safe_remote_request', plugin, end))).toContain('ERROR left alone');
});

test('the settings and the must-use plugin of the page lead events through the proxy', async (context) => {
  const version = await versionHere();
  if (version === null) return context.skip('WordPress or PHP is not installed');
  await tried({ kind: 'server client', what: 'WordPress HTTP functions', version, way: 'proxy' }, async () => {
    const server = await connectServer();
    const settings = server.file('config.php', `<?php\n${server.lines('woocommerce', 'in wp-config.php')}`);
    const plugin = server.file('twinlane.php', server.lines('woocommerce', 'the same file instead'));
    // The safe function looks the name up, which this machine cannot.
    expect(await server.shell(send('wp_remote_request', settings, plugin))).toContain('"events_received":1');
    await server.expectEvent('order-1', 'proxy');
  });
});
