/** Calls without an SDK: fetch in Node, curl in a shell. */
import type { Backend } from './backend.ts';
import { holdTrap } from './trust.ts';

export const fetchAndCurl: Backend = {
  id: 'fetch-and-curl',
  name: 'Plain fetch or curl',
  summary: 'Your code holds Graph’s address, so another one can stand in its place.',
  ways: [
    {
      kind: 'endpoint',
      title: 'Send to the test endpoint',
      about: 'Keep path, token and body; only scheme and host change.',
      snippets: [
        {
          place: 'curl, as a first try',
          language: 'sh',
          text: `curl -sS "{endpoint}/v25.0/1234567890/events" \\
  --data-urlencode "access_token=none" \\
  --data-urlencode "data=[{\\"event_name\\":\\"Lead\\",\\"event_time\\":$(date +%s),\\"event_id\\":\\"first-try\\",\\"action_source\\":\\"system_generated\\",\\"user_data\\":{\\"external_id\\":\\"7\\"}}]"`,
        },
        {
          place: 'in code: take the address from the environment',
          language: 'js',
          text: "const graph = process.env.GRAPH_URL ?? 'https://graph.facebook.com';",
        },
        {
          place: 'in the shell that starts your server, for such code',
          language: 'sh',
          text: 'export GRAPH_URL="{endpoint}"',
        },
      ],
      traps: ['Any token will do here, and none is stored. A request from a page in a browser is refused.'],
    },
    {
      kind: 'proxy',
      title: 'Or through the proxy: Node',
      about: 'Node’s fetch and https follow the proxy variables only when told to: Node 22.21, 24.5 or newer.',
      snippets: [
        {
          place: 'in the shell that starts Node',
          language: 'sh',
          text: `export NODE_USE_ENV_PROXY=1
export HTTPS_PROXY="{proxy}"
export NODE_EXTRA_CA_CERTS="{certificate}"`,
        },
      ],
      traps: ['Without NODE_USE_ENV_PROXY fetch goes straight to Meta and says nothing.', holdTrap],
    },
    {
      kind: 'proxy',
      title: 'Or through the proxy: curl',
      about: 'For one command as options, for a whole script as variables.',
      snippets: [
        {
          place: 'curl’s options',
          language: 'sh',
          text: 'curl --proxy "{proxy}" --cacert "{certificate}" https://graph.facebook.com/v25.0/',
        },
        {
          place: 'in the shell that starts the script',
          language: 'sh',
          text: `export HTTPS_PROXY="{proxy}"
export CURL_CA_BUNDLE="{certificate}"`,
        },
      ],
      traps: [
        'CURL_CA_BUNDLE replaces curl’s trust list: other hosts fail meanwhile. Use the bundle of the page “Anything else” where the script calls them too.',
      ],
    },
  ],
  limits: [],
  tried: 'Every line of this page runs in the tests: curl as installed, fetch of the Node that runs the tests.',
};
