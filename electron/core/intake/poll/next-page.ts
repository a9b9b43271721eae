/** Finds the address of a polled endpoint's next page: in the `Link` header (RFC 8288) or in the body. */

type Page = { url: string; link: string | null; next: string | null };

/** Null at the last page, and where the next one is at another origin: headers may hold secrets. */
export function nextPage({ url, link, next }: Page): string | null {
  const target = (link === null ? null : relNext(link)) ?? next;
  const found = target === null ? null : URL.parse(target, url);
  if (found === null || found.origin !== new URL(url).origin || found.href === url) return null;
  return found.href;
}

/** `<https://…?page=2>; rel="next", <…>; rel="last"` */
function relNext(link: string): string | null {
  for (const [, target = '', parameters = ''] of link.matchAll(/<([^>]{1,4096})>([^<]{0,1024})/g)) {
    if (/;\s*rel="?(?:[^";]*\s)?next(?:[\s";,]|$)/i.test(parameters)) return target;
  }
  return null;
}
