/** A server in a container, with Twinlane on the machine outside. */
import type { Backend } from './backend.ts';
import { holdTrap } from './trust.ts';

export const docker: Backend = {
  id: 'docker',
  name: 'Docker',
  summary:
    'In a container 127.0.0.1 is the container itself. The page of your language says which lines to paste; this one says which address to write in them.',
  ways: [
    {
      kind: 'endpoint',
      title: 'Send to the test endpoint',
      about:
        'The endpoint answers other names and machines only where you allow them, so this recording is started from the command line. Open the session that it leaves in the window afterwards.',
      snippets: [
        {
          place: 'Docker Desktop (macOS, Windows): where Twinlane runs',
          language: 'sh',
          text: `twinlane record https://shop.example --endpoint {endpointPort} --endpoint-allow host.docker.internal`,
        },
        {
          place: 'Docker on Linux: where Twinlane runs',
          language: 'sh',
          text: `twinlane record https://shop.example --endpoint {endpointPort} --endpoint-allow host.docker.internal --endpoint-allow 172.16.0.0/12`,
        },
        {
          place:
            'in compose.yaml, for the service that sends; then write http://host.docker.internal:{endpointPort} where its page says {endpoint}',
          language: 'yaml',
          text: `services:
  shop:
    extra_hosts:
      - "host.docker.internal:host-gateway"
    environment:
      GRAPH_URL: http://host.docker.internal:{endpointPort}`,
        },
      ],
      traps: [
        'On Linux a firewall (ufw, firewalld) may drop what comes from the bridge: allow 172.16.0.0/12 to that port. Some networks of Docker are elsewhere: docker network inspect shows the subnet.',
        '--endpoint-allow with a range makes the endpoint listen on all addresses of the machine; senders outside of the range are refused.',
      ],
    },
    {
      kind: 'proxy',
      title: 'Or through the proxy',
      about:
        'The proxy listens on 127.0.0.1 only. Docker Desktop leads host.docker.internal there; on Linux the container shares the network.',
      snippets: [
        {
          place: 'Docker Desktop: in compose.yaml',
          language: 'yaml',
          text: `services:
  shop:
    environment:
      HTTPS_PROXY: http://host.docker.internal:{proxyPort}
      NODE_EXTRA_CA_CERTS: /twinlane.pem
    volumes:
      - "{certificate}:/twinlane.pem:ro"`,
        },
        {
          place: 'Docker on Linux: in compose.yaml',
          language: 'yaml',
          text: `services:
  shop:
    network_mode: host
    environment:
      HTTPS_PROXY: {proxy}
      NODE_EXTRA_CA_CERTS: /twinlane.pem
    volumes:
      - "{certificate}:/twinlane.pem:ro"`,
        },
      ],
      traps: [
        'NODE_EXTRA_CA_CERTS is Node’s: the page of your language says which variables it reads. Make bundles inside the container, from its own list.',
        'With network_mode: host, names of other services do not resolve: reach them by their published ports.',
        holdTrap,
      ],
    },
    {
      kind: 'log',
      title: 'Or read its log',
      about: 'What the container prints is read while it runs.',
      snippets: [
        {
          place: 'where Twinlane runs',
          language: 'sh',
          text: `twinlane record https://shop.example --server 'cmd: docker logs -f --since 0s shop'`,
        },
      ],
      traps: ['The body of the request must be in the log as JSON: docs/server-logs.md says which shapes are read.'],
    },
  ],
  limits: [],
  tried:
    'Docker was not run. That the endpoint takes allowed names and ranges, and no others, is in the tests; so is reading the shapes that docker logs prints.',
};
