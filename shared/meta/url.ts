/** Takes a URL apart without ever refusing one: captured URLs may be unescaped, cut or not URLs at all. */

export type UrlParts = {
  /** Lower case, without the colon; empty where the text has none. */
  scheme: string;
  /** Lower case, without user, port and trailing dot. */
  host: string;
  /** As written; null where the URL names none. */
  port: string | null;
  /** Still percent-encoded; starts with a slash where there is a host. */
  path: string;
  /** Still percent-encoded, without the question mark; null where there is none. */
  query: string | null;
};

const shape = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/is;

/**
 * Splits by RFC 3986's own pattern. A `#` inside an unescaped query ends it, as it does in browsers. Never throws.
 */
export function splitUrl(url: string): UrlParts {
  const [, scheme = '', authority = '', path = '', query] = shape.exec(url.trim()) ?? [];
  const { host, port } = splitAuthority(authority);
  return { scheme: scheme.toLowerCase(), host, port, path: path || '/', query: query ?? null };
}

/** `splitUrl(url).query` alone, which costs far less. */
export function queryOf(url: string): string | null {
  const text = url.trim();
  const end = text.indexOf('#');
  const whole = end < 0 ? text : text.slice(0, end);
  const at = whole.indexOf('?');
  return at < 0 ? null : whole.slice(at + 1);
}

function splitAuthority(authority: string): { host: string; port: string | null } {
  const address = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(address) ?? [];
  return { host: name.replace(/\.$/, ''), port: port || null };
}
