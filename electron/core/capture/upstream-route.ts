/** Which proxy of the user's network stands between this machine and a host: named, from the environment, or by a PAC file. */
import { getProxyForUrl } from 'proxy-from-env';
import { Refusal } from '../../../shared/api/errors.ts';
import { isLoopback } from './destinations.ts';
import { loadPac } from './pac.ts';

export type UpstreamRoute = {
  /** URL of the proxy for this host; null: directly. Loopback is always reached directly. */
  proxyFor(host: string, port: number): Promise<string | null>;
  /** For people and for the status: without user and password. Null where no proxy is set. */
  label: string | null;
};

export const direct: UpstreamRoute = { proxyFor: async () => null, label: null };

type Environment = Readonly<Record<string, string | undefined>>;

const schemes = new Set(['http:', 'https:', 'socks:', 'socks4:', 'socks4a:', 'socks5:', 'socks5h:']);

/**
 * `given`: a proxy's URL, or that of a PAC file after `pac+`. Null: what `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and
 * `NO_PROXY` say. User and password come from `TWINLANE_PROXY_AUTH` (`user:password`) or the environment's own URL.
 * Rejects with `Refusal('bad-input')`.
 */
export async function openRoute(given: string | null, environment: Environment = process.env): Promise<UpstreamRoute> {
  if (given === null) return fromEnvironment(environment);
  const isPac = given.startsWith('pac+');
  const url = URL.parse(isPac ? given.slice('pac+'.length) : given);
  if (url === null || (!isPac && !schemes.has(url.protocol))) throw unusable(given);
  if (url.username !== '' || url.password !== '') throw new Refusal('bad-input', secretsInLine);
  const withAuth = (proxy: string) => authorized(proxy, environment.TWINLANE_PROXY_AUTH);
  const isExempt = exemptions(environment.NO_PROXY ?? environment.no_proxy ?? '');
  const find = isPac ? await loadPac(url) : async () => given;
  return {
    label: isPac ? `${url.host || url.pathname} (PAC)` : url.host,
    proxyFor: async (host, port) => {
      if (isLoopback(host) || isExempt(host, port)) return null;
      const proxy = await find(host, port);
      return proxy === null ? null : withAuth(proxy);
    },
  };
}

const secretsInLine =
  'Leave user and password out of --upstream-proxy, where others on this machine can read them: set TWINLANE_PROXY_AUTH=user:password in the environment.';

function unusable(given: string): Refusal {
  const shown = given.replace(/\/\/[^/@]*@/, '//');
  return new Refusal(
    'bad-input',
    `--upstream-proxy takes http://host:port, https://…, socks5://… or pac+http://…/proxy.pac, not “${shown}”.`,
  );
}

/** The variables are read anew for each connection, as other programs do. */
function fromEnvironment(environment: Environment): UpstreamRoute {
  const names = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
  const set = names.map((name) => environment[name]).find((value) => value !== undefined && value !== '');
  if (set === undefined) return direct;
  return {
    label: URL.parse(set.includes('://') ? set : `http://${set}`)?.host ?? null,
    proxyFor: async (host, port) => {
      if (isLoopback(host)) return null;
      const scheme = port === 80 ? 'http' : 'https';
      return getProxyForUrl(`${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`) || null;
    },
  };
}

function authorized(proxy: string, auth: string | undefined): string {
  if (auth === undefined || auth === '') return proxy;
  const url = new URL(proxy);
  const [user = '', ...password] = auth.split(':');
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password.join(':'));
  return url.href;
}

/** `NO_PROXY` as curl reads it: names with everything below them, with a port if one is given; `*` is everything. */
function exemptions(list: string): (host: string, port: number) => boolean {
  const entries = list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '');
  return (host, port) => {
    const name = host.toLowerCase();
    return entries.some((entry) => {
      if (entry === '*') return true;
      const [, bare = '', only] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      return (only === undefined || Number(only) === port) && (name === bare || name.endsWith(`.${bare}`));
    });
  };
}
