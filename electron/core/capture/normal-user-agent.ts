/**
 * Lets a headless browser name itself as it does with a window. Otherwise its user agent says `HeadlessChrome`, for which
 * Meta's script (seen in its recorded versions) sends nothing.
 */
import { arch, release } from 'node:os';
import type { BrowserId } from './browser-paths.ts';
import type { CdpConnection } from './cdp-connection.ts';

export type UserAgentOverride = { userAgent: string; userAgentMetadata: object };

const products: Partial<Record<BrowserId, string>> = { chrome: 'Google Chrome', edge: 'Microsoft Edge' };

/** What to send with `Emulation.setUserAgentOverride` to each page and worker: the string and its client hints agree. */
export async function normalUserAgent(cdp: CdpConnection, id: BrowserId): Promise<UserAgentOverride> {
  const version = await cdp.send<{ product: string; userAgent: string }>('Browser.getVersion');
  const full = version.product.split('/')[1] ?? '';
  const named = ['Chromium', ...(products[id] ? [products[id]] : [])];
  const brands = (list: (version: string) => string) => [
    { brand: 'Not:A-Brand', version: list('8.0.0.0') },
    ...named.map((brand) => ({ brand, version: list(full) })),
  ];
  return {
    userAgent: version.userAgent.replaceAll('Headless', ''),
    userAgentMetadata: {
      brands: brands((text) => text.split('.')[0] ?? ''),
      fullVersionList: brands((text) => text),
      platform: platformName(),
      platformVersion: process.platform === 'linux' ? '' : release(),
      architecture: arch().startsWith('arm') ? 'arm' : 'x86',
      bitness: '64',
      model: '',
      mobile: false,
      wow64: false,
    },
  };
}

function platformName(): string {
  if (process.platform === 'darwin') return 'macOS';
  return process.platform === 'win32' ? 'Windows' : 'Linux';
}
