/** Which hosts and URLs belong to the Meta Pixel and the Conversions API, told by the URL alone. */
import { remembering } from './remembered.ts';
import { splitUrl, type UrlParts } from './url.ts';

/**
 * The only hosts whose TLS may be opened: those to which Meta's script and servers' SDKs send events, and from
 * which the script is loaded. Everything else stays sealed.
 */
export const decryptedHosts: readonly string[] = [
  'www.facebook.com',
  'facebook.com',
  'connect.facebook.net',
  'graph.facebook.com',
  'www.instagram.com',
];

/**
 * - `pixel`: `/tr` on a host of Meta's. `pixel-shape`: a path that ends in `/tr` on another host (a first-party
 *   endpoint); it is a Pixel call only if it also carries a dataset id and an event name.
 * - `copy-endpoint`: attribution reporting and Instagram's `/tr`: the same event once more.
 * - `topics`, `loader`, `config`, `plugin`, `script-log`: Meta's script at work, no events.
 * - `graph-events`: the Conversions API. `gateway-ingress`: a server's call to a Conversions API Gateway.
 * - `gateway-candidate`: a path that ends in `/events` elsewhere; its body tells whether it is a gateway copy.
 */
export type MetaUrlKind =
  | 'pixel'
  | 'pixel-shape'
  | 'copy-endpoint'
  | 'topics'
  | 'loader'
  | 'config'
  | 'plugin'
  | 'script-log'
  | 'graph-events'
  | 'gateway-ingress'
  | 'gateway-candidate'
  | 'other';

type UrlMatch = { kind: MetaUrlKind; datasetId: string | null };
type Rule = { kind: MetaUrlKind; host?: RegExp; path: RegExp };

const facebook = /^(?:[a-z0-9-]+\.)?facebook\.com$/;
const instagram = /^(?:[a-z0-9-]+\.)?instagram\.com$/;
const graph = /^graph(?:\.[a-z0-9-]+)?\.facebook\.com$/;
const connect = /^connect\.facebook\.net$/;
const meta = /(?:^|\.)(?:facebook\.com|facebook\.net|instagram\.com)$/;

/**
 * First match wins. The script files have no host: `fbq('set', 'cdn', …)` moves them, their paths stay. The first
 * group of a path is the dataset id.
 */
const rules: readonly Rule[] = [
  { kind: 'copy-endpoint', host: facebook, path: /^\/privacy_sandbox\/pixel\/register\/trigger\/?$/ },
  { kind: 'topics', host: facebook, path: /^\/privacy_sandbox\/topics\/registration\/?$/ },
  { kind: 'copy-endpoint', host: instagram, path: /^\/tr\/?$/ },
  { kind: 'graph-events', host: graph, path: /^\/(?:v\d+(?:\.\d+)?\/)?(\d+)\/events\/?$/ },
  { kind: 'pixel', host: facebook, path: /^\/tr\/?$/ },
  { kind: 'loader', path: /\/fbevents\.js$/ },
  { kind: 'config', path: /\/signals\/config\/(\d+)\/?$/ },
  { kind: 'plugin', path: /\/signals\/plugins\/[^/]+$/ },
  { kind: 'script-log', host: connect, path: /^\/log\/error\/?$/ },
];

const foreignRules: readonly Rule[] = [
  { kind: 'gateway-ingress', path: /\/capi\/(\d+)\/events\/?$/ },
  { kind: 'gateway-candidate', path: /\/events\/?$/ },
  { kind: 'copy-endpoint', path: /\/privacy_sandbox\/pixel\/register\/trigger\/?$/ },
  { kind: 'pixel-shape', path: /\/tr\/?$/ },
];

/** What a URL is to the Pixel or the Conversions API, by host and path; port and version do not matter. */
export function classifyUrl(url: string): MetaUrlKind {
  return matchUrl(url)?.kind ?? 'other';
}

/** The dataset id in the path of a config, Graph or gateway URL; null elsewhere (`/tr` carries it as `id`). */
export function datasetIdInPath(url: string): string | null {
  return matchUrl(url)?.datasetId ?? null;
}

/** True where the whole host belongs to Meta. */
export function isMetaHost(host: string): boolean {
  return meta.test(host.toLowerCase());
}

/** Query and fragment tell nothing, and without them a session has few different URLs. */
function matchUrl(url: string): UrlMatch | null {
  const end = url.search(/[?#]/);
  return matchAddress(end < 0 ? url : url.slice(0, end));
}

const matchAddress = remembering((address: string): UrlMatch | null => {
  const parts = splitUrl(address);
  if (parts.scheme !== 'https' && parts.scheme !== 'http') return null;
  return firstMatch(rules, parts) ?? (isMetaHost(parts.host) ? null : firstMatch(foreignRules, parts));
});

function firstMatch(candidates: readonly Rule[], parts: UrlParts): UrlMatch | null {
  for (const { kind, host, path } of candidates) {
    if (host && !host.test(parts.host)) continue;
    const found = path.exec(parts.path);
    if (found) return { kind, datasetId: found[1] ?? null };
  }
  return null;
}
