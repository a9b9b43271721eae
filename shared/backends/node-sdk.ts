/** Meta's Node SDK: facebook-nodejs-business-sdk. */
import type { Backend } from './backend.ts';
import { holdTrap, logWay } from './trust.ts';

export const nodeSdk: Backend = {
  id: 'node-sdk',
  name: 'Meta’s Node SDK',
  summary: 'The SDK takes Graph’s address from a getter, which can be replaced before the first request.',
  ways: [
    {
      kind: 'endpoint',
      title: 'Send to the test endpoint',
      about: 'Nothing leaves your machine, and no certificate is needed. Run it once, before the first request.',
      snippets: [
        {
          place: 'in your server’s start file, after the SDK is imported',
          language: 'js',
          text: `const { FacebookAdsApi } = require('facebook-nodejs-business-sdk');
Object.defineProperty(FacebookAdsApi, 'GRAPH', { get: () => '{endpoint}' });`,
        },
      ],
      traps: [
        'Assigning FacebookAdsApi.GRAPH = … does nothing: it is a getter without a setter.',
        'Two copies of the SDK in node_modules have two addresses: npm ls facebook-nodejs-business-sdk shows them.',
      ],
    },
    {
      kind: 'proxy',
      title: 'Or through the proxy, with no change to the code',
      about:
        'The SDK sends with axios, which takes the proxy from the environment; Node adds the certificate to its own.',
      snippets: [
        {
          place: 'in the shell that starts your server',
          language: 'sh',
          text: `export HTTPS_PROXY="{proxy}"
export NODE_EXTRA_CA_CERTS="{certificate}"`,
        },
      ],
      traps: [
        'axios tunnels HTTPS through a proxy since 1.16.1 (May 2026); older ones get “This is the Twinlane proxy” as their answer. npm ls axios shows yours: update it, or use the test endpoint.',
        'Both variables are read when Node starts: restart the server, and set them for every worker.',
        holdTrap,
      ],
    },
    logWay(
      'In debug mode the SDK prints every request and answer. Send its output to a file.',
      '/var/log/shop/server.log',
      [
        {
          place: 'before execute()',
          language: 'js',
          text: 'eventRequest.setDebugMode(true);',
        },
      ],
    ),
  ],
  limits: ['What is sent with a client of your own (setHttpService) goes where that client sends it.'],
  tried: 'Both addresses run in the tests with the SDK itself; which version is in the table of the README.',
};
