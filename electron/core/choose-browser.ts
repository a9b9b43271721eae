/** Picks the browser to record with, or says plainly that there is none. */
import type { BrowserChoice } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { type FoundBrowser, findBrowsers } from './capture/find-browser.ts';

const names: Record<Exclude<BrowserChoice, 'none'>, string> = {
  chrome: 'Google Chrome',
  edge: 'Microsoft Edge',
  chromium: 'Chromium',
  firefox: 'Firefox',
};

/** Null for `none`. Without a choice the first that is found, Chromium browsers first. */
export function chooseBrowser(
  choice: BrowserChoice | null,
  found: FoundBrowser[] = findBrowsers(),
): FoundBrowser | null {
  if (choice === 'none') return null;
  const browser = choice === null ? found[0] : found.find(({ id }) => id === choice);
  if (browser !== undefined) return browser;
  const what = choice === null ? 'No browser was found' : `${names[choice]} was not found`;
  throw new Refusal(
    'browser-missing',
    `${what} on this machine. Install Chrome, Edge, Chromium or Firefox, or set TWINLANE_BROWSER to its path.`,
  );
}
