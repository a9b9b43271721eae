/** Laravel: the Http client, Guzzle, and packages on top of Meta's PHP SDK. */
import type { Backend } from './backend.ts';
import { fpmSnippet, fpmTraps, phpShellSnippet } from './php-sdk.ts';
import { bundleSnippet, bundleTrap, holdTrap, logWay } from './trust.ts';

export const laravel: Backend = {
  id: 'laravel',
  name: 'Laravel',
  summary:
    'Laravel’s Http client and Guzzle take the proxy from the environment; packages on top of Meta’s PHP SDK do too.',
  ways: [
    {
      kind: 'endpoint',
      title: 'Send to the test endpoint: calls with the Http client',
      about: 'If your code writes Graph’s address, take it from the configuration.',
      snippets: [
        {
          place: 'in config/services.php',
          language: 'php',
          text: `'meta' => ['graph' => env('GRAPH_URL', 'https://graph.facebook.com')],`,
        },
        { place: 'in .env', language: 'ini', text: 'GRAPH_URL={endpoint}' },
      ],
      traps: [
        'php artisan config:clear, or the cached configuration goes on to Meta. Queue workers: php artisan queue:restart.',
      ],
    },
    {
      kind: 'proxy',
      title: 'Or through the proxy, with no change to the code',
      about: 'For php artisan serve and queue workers in the shell, for a web server in the PHP-FPM pool.',
      snippets: [bundleSnippet, phpShellSnippet, fpmSnippet],
      traps: [
        'HTTPS_PROXY in .env does not reach Guzzle: it reads the process’s environment.',
        ...fpmTraps,
        'esign/laravel-conversions-api and others that use EventRequestAsync go this way; synchronous EventRequest also needs setCaBundlePath (page “Meta’s PHP SDK”).',
        bundleTrap,
        holdTrap,
      ],
    },
    logWay('One line where the event is sent; Laravel’s line format is read.', 'storage/logs/laravel*.log', [
      {
        place: 'beside the call',
        language: 'php',
        text: `Log::info('capi', ['pixel_id' => $pixelId, 'data' => $events]);`,
      },
    ]),
  ],
  limits: [],
  tried: 'The shell’s lines run in the tests with Debian’s PHP and Guzzle; Laravel itself and PHP-FPM were not run.',
};
