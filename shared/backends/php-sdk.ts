/** Meta's PHP SDK (facebook/php-business-sdk): its synchronous and its asynchronous requests. */
import type { Backend, Snippet } from './backend.ts';
import { bundleSnippet, bundleTrap, holdTrap, windowTrap } from './trust.ts';

/** For PHP-FPM, whose workers see nothing of the shell's environment. */
export const fpmSnippet: Snippet = {
  place: 'in the pool’s file, /etc/php/8.2/fpm/pool.d/www.conf; then restart PHP-FPM',
  language: 'ini',
  text: `env[HTTPS_PROXY] = {proxy}
php_admin_value[curl.cainfo] = /etc/ssl/twinlane-bundle.pem
php_admin_value[openssl.cafile] = /etc/ssl/twinlane-bundle.pem`,
};

/** For commands and workers. */
export const phpShellSnippet: Snippet = {
  place: 'in the shell that starts PHP (artisan, bin/magento, a worker)',
  language: 'sh',
  text: `export HTTPS_PROXY="{proxy}"
mkdir -p "$HOME/twinlane-php"
printf 'curl.cainfo=%s\\nopenssl.cafile=%s\\n' "$HOME/twinlane-bundle.pem" "$HOME/twinlane-bundle.pem" > "$HOME/twinlane-php/twinlane.ini"
export PHP_INI_SCAN_DIR=":$HOME/twinlane-php"`,
};

export const fpmTraps = [
  'PHP-FPM clears the environment of its workers: the variables must stand in the pool’s file. Copy the bundle to where its user can read it: sudo cp ~/twinlane-bundle.pem /etc/ssl/',
  'SSL_CERT_FILE and CURL_CA_BUNDLE mean nothing to PHP’s curl: it takes curl.cainfo.',
];

export const phpSdk: Backend = {
  id: 'php-sdk',
  name: 'Meta’s PHP SDK',
  summary:
    'EventRequest can be sent elsewhere; EventRequestAsync and requests with a client of your own hold Graph’s address in the code and need the proxy.',
  ways: [
    {
      kind: 'endpoint',
      title: 'Send to the test endpoint: EventRequest',
      about: 'Nothing leaves your machine, and no certificate is needed.',
      snippets: [
        {
          place: 'after Api::init()',
          language: 'php',
          text: `$prototype = \\FacebookAds\\Api::instance()->getHttpClient()->getRequestPrototype();
$prototype->setProtocol('http://');
$prototype->setDomain('{endpointAddress}');`,
        },
      ],
      traps: [
        'It does not hold for EventRequestAsync, nor after setHttpClient(): these have Graph’s address built in.',
      ],
    },
    {
      kind: 'proxy',
      title: 'Or through the proxy: EventRequest and EventRequestAsync',
      about:
        'PHP’s curl takes the proxy from the environment. EventRequest pins a certificate bundle of its own, which must be changed in the code; EventRequestAsync follows php.ini.',
      snippets: [
        bundleSnippet,
        phpShellSnippet,
        fpmSnippet,
        {
          place: 'after Api::init(), for EventRequest',
          language: 'php',
          text: `\\FacebookAds\\Api::instance()->getHttpClient()->setCaBundlePath(getenv('HOME') . '/twinlane-bundle.pem');
// In PHP-FPM: setCaBundlePath('/etc/ssl/twinlane-bundle.pem');`,
        },
      ],
      traps: [
        ...fpmTraps,
        '“SSL certificate problem: unable to get local issuer certificate” from EventRequest: setCaBundlePath came after the first request, or not at all.',
        bundleTrap,
        holdTrap,
      ],
    },
    {
      kind: 'log',
      title: 'Or read its log',
      about: 'The SDK’s curl logger writes each request as a curl command, which Twinlane reads.',
      snippets: [
        {
          place: 'after Api::init()',
          language: 'php',
          text: `\\FacebookAds\\Api::instance()->setLogger(new \\FacebookAds\\Logger\\CurlLogger(fopen('/var/log/shop/capi.log', 'a')));`,
        },
        {
          place: 'where Twinlane runs',
          language: 'sh',
          text: `twinlane record https://shop.example --server /var/log/shop/capi.log`,
        },
      ],
      traps: [
        windowTrap,
        'EventRequestAsync does not go through that logger.',
        'The file holds your access token in the clear: delete it afterwards. Twinlane cuts the token out while reading.',
      ],
    },
  ],
  limits: [],
  tried:
    'The shell’s lines run in the tests with Debian’s PHP: curl with a pinned bundle changed as setCaBundlePath does, and Guzzle built as the SDK’s asynchronous client builds it. The SDK itself cannot be had on the machine of the tests: its calls come from reading its source (25.0). PHP-FPM was not run.',
};
