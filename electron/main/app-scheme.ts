/** Serves the built view at the app's own scheme, with the policy header; nothing else has an address there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { viewHeaders } from '../../shared/api/csp.ts';
import { viewFile } from '../../shared/api/view-file.ts';
import { APP_SCHEME, isOwnPage } from './decisions/own-page.ts';

/** Before the app is ready: afterwards Chromium no longer takes it. Without `corsEnabled`, no other origin may read it. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

/** When the app is ready, before the first window. */
export function serveAppScheme(rendererDir: string): void {
  protocol.handle(APP_SCHEME, async ({ method, url }) => {
    const file = method === 'GET' && isOwnPage(url) ? viewFile(new URL(url).pathname) : null;
    const bytes = file === null ? null : await readFile(join(rendererDir, file.path)).catch(() => null);
    if (file === null || bytes === null) return new Response(null, { status: 404, headers: viewHeaders() });
    return new Response(bytes, { headers: { ...viewHeaders(), 'Content-Type': file.contentType } });
  });
}
