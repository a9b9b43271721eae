/** Reads `--first-party` in the forms in which people write it. */
import { splitUrl } from '../../../shared/meta/url.ts';

/** Host names in lower case, each once: `Track.Shop.example:8443/events` and `https://track.shop.example` are one. */
export function firstPartyHosts(given: readonly string[]): string[] {
  const hosts = given.map((text) => splitUrl(text.includes('://') ? text : `https://${text}`).host);
  return [...new Set(hosts.filter((host) => host !== ''))];
}
