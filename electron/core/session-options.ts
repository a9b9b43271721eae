/** What a person or a command line asks of a recording; the defaults are those of REPORT.md. */
import type { BrowserChoice, CallInput } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { type DeliveryMode, defaultEndpointMode, type EndpointMode } from '../../shared/model/session.ts';
import { readPollAddress } from './intake/poll/poll-address.ts';
import type { PollOptions } from './intake/poll/poll-endpoint.ts';
import { readPollHeaders } from './intake/poll/poll-headers.ts';
import { refuseCommands } from './intake/server-log.ts';

export type NetworkOptions = {
  /** Hosts whose certificates are taken unverified. */
  trustHosts: readonly string[];
  /** The network's own proxy or PAC file; null: what the environment says. */
  upstreamProxy: string | null;
  /** Opens the proxy to devices of the local network from the start. */
  lan: boolean;
};

export const plainNetwork: NetworkOptions = { trustHosts: [], upstreamProxy: null, lan: false };

export type RecordOptions = {
  url: string | null;
  /** Null: the first browser found; `none`: the proxy alone. */
  browser: BrowserChoice | null;
  headless: boolean;
  mode: DeliveryMode;
  /** Further hosts whose calls are decrypted: first-party Pixel endpoints and gateways. */
  firstParty: string[];
  /** Log files to follow, globs allowed; from a command line also `cmd:` and a command, and `-`. */
  serverLogs: string[];
  /** Endpoints to poll; their headers hold secrets and are kept nowhere. */
  polls: readonly PollOptions[];
  /** 0: any free port. Null for the endpoint: none. */
  proxyPort: number;
  endpointPort: number | null;
  endpointMode: EndpointMode;
  network: NetworkOptions;
  /** A Playwright script that drives the browser; the recording ends some time after it. */
  script: string | null;
  /** Starts the demo shop and opens it. */
  isDemo: boolean;
  /** Where the session file goes; null: a new file in the sessions folder. */
  file: string | null;
};

const quiet = {
  headless: false,
  proxyPort: 0,
  endpointPort: 0,
  endpointMode: defaultEndpointMode,
  polls: [],
  isDemo: false,
  file: null,
  script: null,
  network: plainNetwork,
} as const;

/** What the window asks for, with the defaults that it does not ask about. */
export function recordOptions(input: CallInput<'session.record'>): RecordOptions {
  refuseCommands(input.serverLogs);
  const polls = (input.polls ?? []).map(({ url, headers }) => ({ url, headers: readPollHeaders(headers) }));
  for (const { url } of polls) readPollAddress(url);
  return { ...quiet, ...input, polls, url: input.url === null ? null : webAddress(input.url) };
}

/** The demo never reaches Meta. */
export const demoOptions: RecordOptions = {
  ...quiet,
  isDemo: true,
  url: null,
  browser: null,
  mode: 'hold',
  firstParty: [],
  serverLogs: [],
};

/** `shop.example` → `https://shop.example/`; a loopback host without scheme is plain HTTP. Refuses what is no address. */
export function webAddress(text: string): string {
  const typed = text.trim();
  const isLoopback = /^(?:localhost|127\.|\[::1\])/i.test(typed);
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${isLoopback ? 'http' : 'https'}://${typed}`;
  const url = URL.parse(full);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Refusal(
      'bad-input',
      `“${typed}” is not a web address. Write it like shop.example or http://localhost:3000.`,
    );
  }
  return url.href;
}
