/** Reads what a person types as the address of a site. */
import { texts } from '../texts/texts.ts';

const words = texts.start.problems;

export type SiteAddress = { url: string | null } | { problem: string };

/** `shop.example` means `https://shop.example/`; nothing at all means: open an empty page. */
export function readSiteAddress(text: string): SiteAddress {
  const typed = text.trim();
  if (typed === '') return { url: null };
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  const isLocal = /^(localhost|127\.|\[::1\])/i.test(typed);
  const address = hasScheme ? typed : `${isLocal ? 'http' : 'https'}://${typed}`;
  if (!URL.canParse(address) || /\s/.test(typed)) {
    return { problem: words.noAddress };
  }
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { problem: words.otherProtocol(url.protocol) };
  }
  if (!/[.:]/.test(url.hostname) && url.hostname !== 'localhost') {
    return { problem: words.noEnding(url.hostname) };
  }
  return { url: url.href };
}

/** Hosts or files, one a line or with commas between; empty ones are dropped. */
export function readList(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/** A host name alone, as `--first-party` takes it; the reason where one is something else. */
export function hostProblem(hosts: readonly string[]): string | null {
  const wrong = hosts.find((host) => !/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(host));
  return wrong === undefined ? null : words.noHost(wrong);
}
