/** WooCommerce and WordPress with Meta's plugins. */
import type { Backend } from './backend.ts';
import { holdTrap, windowTrap } from './trust.ts';

export const woocommerce: Backend = {
  id: 'woocommerce',
  name: 'WooCommerce',
  summary:
    'Facebook for WooCommerce sends with WordPress’s own HTTP functions, so a file of a few lines leads its events elsewhere. Nothing of the plugin is changed.',
  ways: [
    {
      kind: 'endpoint',
      title: 'Send to the test endpoint',
      about: 'Only the events are led here; catalogue and connection go on to Meta. Remove the file afterwards.',
      snippets: [
        {
          place: 'a new file, wp-content/mu-plugins/twinlane.php',
          language: 'php',
          text: `<?php
add_filter( 'pre_http_request', function ( $answer, $args, $url ) {
	if ( ! preg_match( '~^https://graph\\.facebook\\.com(/[^?]*/events(\\?.*)?)$~', $url, $found ) ) {
		return $answer;
	}
	return wp_remote_request( '{endpoint}' . $found[1], array( 'reject_unsafe_urls' => false ) + $args );
}, 10, 3 );`,
        },
      ],
      traps: [
        'The folder mu-plugins may not exist yet: make it. Its files need no activation.',
        'WordPress in Docker: 127.0.0.1 is the container itself. See the page “Docker”.',
        'Events may be sent later, by Action Scheduler: WooCommerce, Status, Scheduled Actions shows what waits.',
      ],
    },
    {
      kind: 'proxy',
      title: 'Or through the proxy',
      about: 'For events alone: WordPress’s other calls go on without the proxy.',
      snippets: [
        {
          place: 'in wp-config.php, above “That’s all, stop editing!”',
          language: 'php',
          text: `define( 'WP_PROXY_HOST', '{proxyHost}' );
define( 'WP_PROXY_PORT', '{proxyPort}' );`,
        },
        {
          place: 'the same file instead, wp-content/mu-plugins/twinlane.php',
          language: 'php',
          text: `<?php
add_filter( 'pre_http_send_through_proxy', function ( $send, $uri, $parts ) {
	return 'graph.facebook.com' === ( $parts['host'] ?? '' );
}, 10, 3 );
add_filter( 'http_request_args', function ( $args, $url ) {
	if ( 'graph.facebook.com' === wp_parse_url( $url, PHP_URL_HOST ) ) {
		$args['sslcertificates'] = '{certificate}';
	}
	return $args;
}, 10, 2 );`,
        },
      ],
      traps: [
        'WordPress brings its own list of certificates and reads neither SSL_CERT_FILE nor php.ini for it.',
        'The certificate lies in a folder that you alone can open. Where the web server runs as another user, copy it to /etc/ssl/twinlane.pem and write that path.',
        holdTrap,
      ],
    },
    {
      kind: 'log',
      title: 'Or read its log',
      about:
        'Turn on debug mode in the plugin’s settings (Advanced); each request and answer is then written to a log.',
      snippets: [
        {
          place: 'where Twinlane runs',
          language: 'sh',
          text: `twinlane record https://shop.example --server 'wp-content/uploads/wc-logs/facebook_for_woocommerce-*.log'`,
        },
      ],
      traps: [windowTrap],
    },
  ],
  limits: [
    'Meta’s plugin for WordPress (official-facebook-pixel) sends with Meta’s PHP SDK instead: see that page.',
    'Pages from a cache repeat one event_id for all visitors: look at findings about ids that come again.',
  ],
  tried:
    'Both files run in the tests inside Debian’s WordPress, with its own HTTP functions; the plugin itself was read, not run.',
};
