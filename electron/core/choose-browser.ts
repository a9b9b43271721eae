/** Picks the browser to record with, or says plainly that there is none. */
import type { BrowserChoice } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { type BrowserPlace, browserNames } from './capture/browser-paths.ts';
import { confinedBrowsers, type FoundBrowser, findBrowsers } from './capture/find-browser.ts';

type Here = { found: FoundBrowser[]; confined: BrowserPlace[] };

/** Null for `none`. Without a choice the first that is found, Chromium browsers first. */
export function chooseBrowser(choice: BrowserChoice | null, here?: Here): FoundBrowser | null {
  if (choice === 'none') return null;
  const found = here?.found ?? findBrowsers();
  const browser = choice === null ? found[0] : found.find(({ id }) => id === choice);
  if (browser !== undefined) return browser;
  const confined = (here?.confined ?? confinedBrowsers()).find(({ id }) => choice === null || id === choice);
  throw new Refusal('browser-missing', confined === undefined ? missing(choice) : inFlatpak(confined));
}

function missing(choice: Exclude<BrowserChoice, 'none'> | null): string {
  const what = choice === null ? 'No browser was found' : `${browserNames[choice]} was not found`;
  return `${what} on this machine. Install Chrome, Edge, Chromium, Brave or Firefox, or set TWINLANE_BROWSER to its path.`;
}

function inFlatpak({ name }: BrowserPlace): string {
  return `${name} is here as a Flatpak, and Flatpak's sandbox keeps the recording out. Install it as a package of the system, or start it yourself with --browser none.`;
}
