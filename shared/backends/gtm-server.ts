/** Google Tag Manager's server container, self-hosted or at Stape, with Meta's or Stape's tag. */
import type { Backend } from './backend.ts';
import { holdTrap } from './trust.ts';

export const gtmServer: Backend = {
  id: 'gtm-server',
  name: 'GTM server and Stape',
  summary:
    'Both Conversions API tags hold Graph’s address in their template. A container of your own can go through the proxy; of one at Stape or Google, read the log.',
  ways: [
    {
      kind: 'log',
      title: 'Read the tag’s log: Stape’s Facebook tag',
      about:
        'Its “Logs Settings” write one JSON line for each request and answer to the container’s log, with the whole body.',
      snippets: [
        {
          place: 'where Twinlane runs: a container in Docker',
          language: 'sh',
          text: `twinlane record https://shop.example --server 'cmd: docker logs -f --since 0s gtm'`,
        },
        {
          place: 'where Twinlane runs: a container on Cloud Run',
          language: 'sh',
          text: `twinlane record https://shop.example --server 'cmd: gcloud beta logging tail "resource.type=cloud_run_revision" --format=json'`,
        },
      ],
      traps: [
        'At Stape: turn on Logs in the container’s power-ups, copy the tag’s lines into a file, and open it. The switch turns itself off after a while.',
        'The tag logs the address with the access token in it. Twinlane cuts it out; the log itself still holds it.',
        'Meta’s own tag logs nothing of its requests.',
      ],
    },
    {
      kind: 'proxy',
      title: 'Or through the proxy: a container of your own',
      about:
        'Google documents HTTP_PROXY for all requests of the container. Its image runs on Node, which adds the certificate.',
      snippets: [
        {
          place: 'added to your docker run line, on Linux',
          language: 'sh',
          text: `docker run --network host \\
  -e HTTP_PROXY="{proxy}" \\
  -e NODE_EXTRA_CA_CERTS=/twinlane.pem \\
  -v "{certificate}:/twinlane.pem:ro" \\
  -e CONTAINER_CONFIG="$CONTAINER_CONFIG" -e PORT=8080 \\
  gcr.io/cloud-tagging-10302018/gtm-cloud-image:stable`,
        },
      ],
      traps: [
        'On Docker Desktop leave --network host out, publish the port (-p 8080:8080), and write host.docker.internal instead of 127.0.0.1.',
        holdTrap,
      ],
    },
  ],
  limits: [
    'Containers hosted by Stape or Google cannot reach a proxy on your machine.',
    'The container’s preview shows outgoing requests too, for your own visit only.',
  ],
  tried:
    'The log lines are read in the tests from recorded shapes. The container was not run: its proxy variable is from Google’s documentation, the certificate’s is how Node works.',
};
