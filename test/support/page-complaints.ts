/** What pages complain of in a real browser: console errors and warnings, faults, breaches of the security policy. */
import type { BrowserContext } from 'playwright-core';

/** Before a page is loaded; for every page of the context. The list grows while they are open. */
export async function watchComplaints(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  context.on('weberror', (fault) => complaints.push(fault.error().message));
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.error(`The policy stopped ${effectiveDirective}: ${blockedURI}`),
    ),
  );
  return complaints;
}
