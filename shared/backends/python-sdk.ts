/** Meta's Python SDK (facebook_business), and requests or httpx without it. */
import type { Backend, BackendWay } from './backend.ts';
import { bundleSnippet, bundleTrap, holdTrap, logWay } from './trust.ts';

/** Also Django's. */
export const pythonProxyWay: BackendWay = {
  kind: 'proxy',
  title: 'Or through the proxy, with no change to the code',
  about:
    'requests (in the SDK and in most code) takes both variables; httpx and aiohttp need SSL_CERT_FILE, and aiohttp also trust_env=True.',
  snippets: [
    bundleSnippet,
    {
      place: 'in the shell that starts Python',
      language: 'sh',
      text: `export HTTPS_PROXY="{proxy}"
export REQUESTS_CA_BUNDLE="$HOME/twinlane-bundle.pem"
export SSL_CERT_FILE="$HOME/twinlane-bundle.pem"`,
    },
  ],
  traps: [
    'The SDK pins a certificate bundle of its own, yet REQUESTS_CA_BUNDLE wins over it: “certificate verify failed” means that the variable did not reach the process.',
    'uWSGI, gunicorn and Celery workers have their own environment: set the variables there, and restart them.',
    bundleTrap,
    holdTrap,
  ],
};

export const pythonSdk: Backend = {
  id: 'python-sdk',
  name: 'Meta’s Python SDK',
  summary: 'The SDK takes Graph’s address from an attribute of its session class.',
  ways: [
    {
      kind: 'endpoint',
      title: 'Send to the test endpoint',
      about: 'Nothing leaves your machine, and no certificate is needed. Run it before the first request.',
      snippets: [
        {
          place: 'where FacebookAdsApi.init() is called, before it',
          language: 'python',
          text: `from facebook_business.session import FacebookSession
FacebookSession.GRAPH = '{endpoint}'`,
        },
      ],
      traps: ['An HTTP client of your own (http_client) gets the address as its argument and decides itself.'],
    },
    pythonProxyWay,
    logWay('Log the body of each request yourself, in one line.', '/var/log/shop/app.log', [
      {
        place: 'before execute()',
        language: 'python',
        text: "logging.getLogger('capi').info(json.dumps({'pixel_id': pixel_id, 'data': [json.loads(e) for e in request.normalize()]}))",
      },
    ]),
  ],
  limits: [],
  tried:
    'The proxy lines run in the tests with Debian’s requests (with a pinned bundle, as the SDK has it), httpx and aiohttp. The SDK itself cannot be had on the machine of the tests: its two lines come from reading its source (25.0).',
};
