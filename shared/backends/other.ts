/** Any other program: the variables, and who reads them. */
import type { Backend } from './backend.ts';
import { bundleSnippet, bundleTrap, holdTrap } from './trust.ts';

export const other: Backend = {
  id: 'other',
  name: 'Anything else',
  summary:
    'Look first for a setting of Graph’s address and put the test endpoint there. Where there is none, most programs take a proxy and a trust list from their environment.',
  ways: [
    {
      kind: 'proxy',
      title: 'Through the proxy: all variables at once',
      about: 'Each program reads the ones it knows. Set them in the shell, unit or container that starts it.',
      snippets: [
        bundleSnippet,
        {
          place: 'in the shell that starts it',
          language: 'sh',
          text: `export HTTPS_PROXY="{proxy}" https_proxy="{proxy}" http_proxy="{proxy}"
export NO_PROXY=localhost,127.0.0.1 no_proxy=localhost,127.0.0.1
export NODE_USE_ENV_PROXY=1 NODE_EXTRA_CA_CERTS="{certificate}"
export SSL_CERT_FILE="$HOME/twinlane-bundle.pem"
export REQUESTS_CA_BUNDLE="$HOME/twinlane-bundle.pem"
export CURL_CA_BUNDLE="$HOME/twinlane-bundle.pem"`,
        },
        {
          place: 'Windows, in PowerShell: for Node and curl',
          language: 'powershell',
          text: `$env:HTTPS_PROXY = '{proxy}'
$env:NODE_USE_ENV_PROXY = '1'
$env:NODE_EXTRA_CA_CERTS = '{certificate}'`,
        },
      ],
      traps: [
        'Go, Ruby and Python’s httpx read SSL_CERT_FILE; requests reads REQUESTS_CA_BUNDLE; curl reads CURL_CA_BUNDLE; Node reads NODE_EXTRA_CA_CERTS; wget takes the option --ca-certificate; Java and PHP read none of them: see their pages.',
        'http_proxy is for Ruby’s Net::HTTP, which takes it for HTTPS too; plain HTTP of other programs then passes the proxy unread.',
        'Go on macOS and Windows, and .NET there, trust the system’s store only; Twinlane never writes to it. Run them in a Linux container instead.',
        'Programs with a pinned list of their own say “certificate verify failed” whatever you set: look for their own option.',
        'NO_PROXY must not name facebook.com.',
        bundleTrap,
        holdTrap,
      ],
    },
  ],
  limits: ['A program that checks Graph’s key itself (pinning) cannot be read; its calls fail while the proxy is set.'],
  tried:
    'The shell’s lines run in the tests with curl, wget, Node, Python and Ruby; Go, .NET and PowerShell were not run.',
};
