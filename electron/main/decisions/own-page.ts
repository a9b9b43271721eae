/** The one page that the window may show, and how it is told from all others. */

export const APP_SCHEME = 'twinlane';
export const APP_URL = `${APP_SCHEME}://app/index.html`;

/** True for addresses below `twinlane://app`; the only ones to navigate to, to listen to, to serve. */
export function isOwnPage(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === `${APP_SCHEME}:` && parsed.host === 'app' && parsed.username === '';
}

/** The view needs nothing but to copy text; whatever else is asked, or by whom, is refused. */
export function isAllowedPermission(permission: string, requester: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnPage(requester);
}
