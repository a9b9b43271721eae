/** What every answer with a part of the view says about itself: one source for the desktop and for browser mode. */

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** The Content Security Policy. `sockets`: WebSocket origins that the page may open beside its own origin. */
export function contentSecurityPolicy(sockets: string[] = []): string {
  return [...POLICY, ["connect-src 'self'", ...sockets].join(' ')].join('; ');
}

/** Response headers of every file of the view: nothing may frame, sniff, keep, embed or follow it. */
export function viewHeaders(sockets: string[] = []): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(sockets),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}
