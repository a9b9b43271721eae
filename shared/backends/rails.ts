/** Ruby on Rails: Net::HTTP, Faraday, and Meta's Ruby SDK, which uses Faraday. */
import type { Backend } from './backend.ts';
import { bundleSnippet, bundleTrap, holdTrap, logWay } from './trust.ts';

export const rails: Backend = {
  id: 'rails',
  name: 'Ruby on Rails',
  summary:
    'Net::HTTP and Faraday take proxy and trust list from the environment; so does Meta’s Ruby SDK, which sends with Faraday.',
  ways: [
    {
      kind: 'endpoint',
      title: 'Send to the test endpoint: calls of your own',
      about: 'Take Graph’s address from the environment.',
      snippets: [
        {
          place: 'where the address is written',
          language: 'ruby',
          text: `graph = ENV.fetch('GRAPH_URL', 'https://graph.facebook.com')`,
        },
        {
          place: 'in the shell that starts Rails, for such code',
          language: 'sh',
          text: 'export GRAPH_URL="{endpoint}"',
        },
      ],
      traps: [],
    },
    {
      kind: 'proxy',
      title: 'Or through the proxy, with no change to the code',
      about:
        'Ruby’s OpenSSL reads SSL_CERT_FILE in place of its own list. Net::HTTP takes http_proxy for HTTPS too, Faraday https_proxy: set both.',
      snippets: [
        bundleSnippet,
        {
          place: 'in the shell that starts Rails',
          language: 'sh',
          text: `export http_proxy="{proxy}" https_proxy="{proxy}" no_proxy=localhost,127.0.0.1
export SSL_CERT_FILE="$HOME/twinlane-bundle.pem"`,
        },
      ],
      traps: [
        'With HTTPS_PROXY alone, Net::HTTP goes straight to Meta and says nothing.',
        'Sidekiq and other workers have their own environment; Spring keeps an old one: bin/spring stop.',
        'Gems that pin a list (ca_file, ssl_ca_cert) need it changed in their settings.',
        bundleTrap,
        holdTrap,
      ],
    },
    logWay('One line where the event is sent.', 'log/development.log', [
      {
        place: 'beside the call',
        language: 'ruby',
        text: `Rails.logger.info({ pixel_id: pixel_id, data: events }.to_json)`,
      },
    ]),
  ],
  limits: ['Meta no longer maintains its Ruby SDK; many shops send with Net::HTTP or Faraday of their own.'],
  tried: 'The proxy lines run in the tests with Debian’s Ruby: Net::HTTP and Faraday. Rails and the SDK were not run.',
};
