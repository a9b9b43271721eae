/** A shop with a login, a log to be polled, and a page that calls the Pixel: everything in it that is secret is a canary. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { purchase } from '../capi.ts';
import { evidence, secrets } from './values.ts';

export type CanarySite = { origin: string; visited: Set<string>; polls: string[] };

/** Call it inside a test. */
export async function startCanarySite(): Promise<CanarySite> {
  const visited = new Set<string>();
  const polls: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/s, '');
    visited.add(`${request.method} ${path}`);
    request.resume();
    if (path === '/capi-log') polls.push(request.headers.authorization ?? '');
    const json = path === '/capi-log';
    response.writeHead(200, {
      'content-type': json ? 'application/json' : 'text/html',
      'set-cookie': `sid=${secrets.cookieOfSite}`,
    });
    response.end(json ? pollAnswer(polls.length) : path === '/start' ? page : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, visited, polls };
}

/** What stood in a log before the recording is passed over: it grows. */
function pollAnswer(length: number): string {
  const item = (n: number) => ({ access_token: secrets.pollAnswer, data: [purchase(`polled-${n}`)] });
  return JSON.stringify(Array.from({ length }, (_, n) => item(n)));
}

const page = `<!doctype html><title>Shop</title><form id=f method=post target=frame>
<input name=user value=jane><input type=password name=password></form><iframe name=frame></iframe><script>
document.cookie = '_fbp=${evidence.fbp.value}; path=/';
document.forms.f.password.value = ${JSON.stringify(secrets.loginPassword)};
document.forms.f.action = location.origin + '/login';
document.forms.f.submit();
console.error('fbq: https://www.facebook.com/tr refused access_token=${secrets.pageConsole}');
const query = new URLSearchParams({ id: '123', ev: 'PageView', dl: location.href, eid: 'page-1', fbp: '${evidence.fbp.value}' });
const image = new Image();
image.onload = image.onerror = () => fetch(location.origin + '/done', { method: 'POST' });
image.src = 'https://www.facebook.com/tr/?' + query;
</script>`;
