/** Tells a shop's public pages from those of a developer's machine or a test system. */
import { splitUrl } from './url.ts';

/** RFC 6761 and 6762 names, and what people call hosts that are not for visitors. */
const privateName = /(?:^|\.)(?:localhost|local|test|internal|lan|home\.arpa|localdomain)$/;
const testSystem = /(?:^|[.-])(?:dev|develop|staging|stage|qa|uat|preview|sandbox)(?:[.-]|$)/;
/** Loopback and the private ranges of RFC 1918 and 4193, as a browser writes them. */
const privateAddress = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0$|\[(?:::1\]|f[cd]))/;

/** True for an address that visitors can open; false too where there is none. */
export function isPublicPage(url: string | null): boolean {
  const { host } = splitUrl(url ?? '');
  const isNamed = host.includes('.') || host.startsWith('[');
  return isNamed && !privateName.test(host) && !testSystem.test(host) && !privateAddress.test(host);
}
