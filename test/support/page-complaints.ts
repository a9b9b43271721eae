/** What pages complain of in a real browser: console errors and warnings, faults, breaches of the security policy. */
import type { BrowserContext } from 'playwright-core';

/**
 * For every page of the context, before one is opened. The list grows while they are open. Chromium writes to the
 * console what a policy stopped.
 */
export function watchComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  context.on('weberror', (fault) => complaints.push(fault.error().message));
  return complaints;
}
