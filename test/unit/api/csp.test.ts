/** The policy that both hosts send with the view. */
import { expect, it } from 'vitest';
import { contentSecurityPolicy, viewHeaders } from '../../../shared/api/csp.ts';

it('the policy allows own files only and neither inline code nor eval', () => {
  const policy = contentSecurityPolicy();
  expect(policy.split('; ').sort()).toEqual([
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    "script-src 'self'",
    "style-src 'self'",
  ]);
});

it('browser mode may open exactly the sockets that it names', () => {
  expect(contentSecurityPolicy(['ws://127.0.0.1:4000'])).toContain("connect-src 'self' ws://127.0.0.1:4000");
});

it('the headers of the view carry the policy and forbid framing, sniffing, keeping and embedding', () => {
  expect(viewHeaders()).toEqual({
    'Content-Security-Policy': contentSecurityPolicy(),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
});
