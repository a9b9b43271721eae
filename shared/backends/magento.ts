/** Magento 2 and Adobe Commerce with Meta's extension. */
import type { Backend } from './backend.ts';
import { fpmSnippet, fpmTraps, phpShellSnippet } from './php-sdk.ts';
import { bundleSnippet, bundleTrap, holdTrap } from './trust.ts';

export const magento: Backend = {
  id: 'magento',
  name: 'Magento 2',
  summary:
    'Meta’s extension sends with the asynchronous requests of Meta’s PHP SDK, which hold Graph’s address in the code: the proxy is the way.',
  ways: [
    {
      kind: 'proxy',
      title: 'Through the proxy',
      about: 'For the shop’s pages in the PHP-FPM pool, for queues and cron in the shell that starts them.',
      snippets: [bundleSnippet, fpmSnippet, phpShellSnippet],
      traps: [
        ...fpmTraps,
        'Some versions send from a message queue: bin/magento queue:consumers:start must be started from a shell with these lines.',
        bundleTrap,
        holdTrap,
      ],
    },
  ],
  limits: [
    'Its log names the ids of sent events only, so reading it shows no payloads.',
    'Adobe Commerce Cloud: the pool’s file cannot be changed there; record against a local or staging copy.',
  ],
  tried: 'The shell’s lines run in the tests with Debian’s PHP and Guzzle; Magento itself and PHP-FPM were not run.',
};
