/** A server on another machine, such as staging, reached by ssh. */
import type { Backend } from './backend.ts';
import { holdTrap } from './trust.ts';

export const remote: Backend = {
  id: 'remote',
  name: 'Staging, by ssh',
  summary:
    'ssh brings ports of your machine to the server, encrypted and for as long as the connection lasts. The server then uses 127.0.0.1 as if Twinlane ran on it.',
  ways: [
    {
      kind: 'endpoint',
      title: 'Bring the test endpoint to the server',
      about: 'Afterwards follow the page of your language, on the server, with the same address.',
      snippets: [
        {
          place: 'on this machine; leave it open',
          language: 'sh',
          text: 'ssh -N -R {endpointPort}:{endpointAddress} you@staging.example',
        },
        {
          place: 'on the server, to try it',
          language: 'sh',
          text: `curl -sS {endpoint}/`,
        },
      ],
      traps: [
        '“remote port forwarding failed”: the port is taken there. Start the recording with another one (--endpoint PORT).',
        'Fix the port with --endpoint PORT, and the lines on the server hold for the next recording too.',
        'In a container on the server, see the page “Docker” as well.',
      ],
    },
    {
      kind: 'proxy',
      title: 'Or bring the proxy to the server',
      about: 'The certificate has to be there too: the public part only, never the key beside it.',
      snippets: [
        {
          place: 'on this machine; leave the second line open',
          language: 'sh',
          text: `scp "{certificate}" you@staging.example:twinlane.pem
ssh -N -R {proxyPort}:{proxyAddress} you@staging.example`,
        },
        {
          place: 'on the server, in the shell that starts Node; other languages have their own page',
          language: 'sh',
          text: `export HTTPS_PROXY="{proxy}"
export NODE_EXTRA_CA_CERTS="$HOME/twinlane.pem"`,
        },
      ],
      traps: [
        'Whoever has an account on that server can use the proxy while ssh runs.',
        'Take the variables away when you are done: without the tunnel, every call to Meta fails.',
        holdTrap,
      ],
    },
    {
      kind: 'log',
      title: 'Or read its log',
      about: 'Nothing of the server is changed.',
      snippets: [
        {
          place: 'where Twinlane runs',
          language: 'sh',
          text: `twinlane record https://shop.example --server 'cmd: ssh you@staging.example tail -n 0 -F /var/log/shop/capi.log'`,
        },
      ],
      traps: ['ssh must log in without asking: try the command in a shell first.'],
    },
  ],
  limits: ['The clocks of both machines may differ; Twinlane estimates by how much and says so.'],
  tried: 'ssh was not run; the endpoint and the proxy take what comes from 127.0.0.1, which is what ssh makes of it.',
};
