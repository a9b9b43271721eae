/** Gives a page what the desktop's preload would: a port to the core (here over the page's own WebSocket) and a picked file. */
import type { Page } from 'playwright-core';
import { DESKTOP_GLOBAL } from '../../shared/api/desktop.ts';
import { greeting, PORT_MESSAGE, SOCKET_PATH } from '../../shared/api/handshake.ts';

/** Before the page is loaded. `picked`: what the person picks in the system's dialog. */
export async function standInForDesktop(page: Page, { token, picked }: { token: string; picked: string }) {
  const given = { picked, global: DESKTOP_GLOBAL, hello: greeting(token), message: PORT_MESSAGE, path: SOCKET_PATH };
  await page.addInitScript(({ picked: path, global, hello, message, path: socketPath }) => {
    Object.assign(window, {
      [global]: {
        pickFile: () => Promise.resolve(path),
        pathOf: () => '',
        onCommand: () => () => undefined,
      },
    });
    const { port1, port2 } = new MessageChannel();
    const socket = new WebSocket(`ws://${location.host}${socketPath}`);
    socket.addEventListener('message', ({ data }) => port1.postMessage(JSON.parse(String(data))));
    socket.addEventListener('open', () => {
      socket.send(hello);
      port1.addEventListener('message', ({ data }) => socket.send(JSON.stringify(data)));
      port1.start();
    });
    window.addEventListener('load', () => window.postMessage(message, location.origin, [port2]));
  }, given);
}
