/** `npm run dev`: the view with hot reload and the core in browser mode, at one address. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { startHost } from '../../electron/core/serve/loopback-host.ts';
import { createCore } from '../../electron/core/session.ts';
import { twinlaneHome } from '../../electron/core/store/sessions-folder.ts';
import { SOCKET_PATH } from '../../shared/api/handshake.ts';

const root = resolve(import.meta.dirname, '../..');
const port = Number(process.env.PORT ?? 5173);
const origin = `http://127.0.0.1:${port}`;

const core = await createCore({ homeFolder: twinlaneHome(), ownPorts: () => [port, host.port] });
const host = await startHost({ core, port: 0, rendererDir: resolve(root, 'out/renderer'), devOrigins: [origin] });
/** The page opens its socket where it came from; Vite passes it on, and the page's Origin with it. */
const view = await createServer({
  configFile: false,
  root: resolve(root, 'renderer'),
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    fs: { allow: [root] },
    proxy: { [SOCKET_PATH]: { target: `http://127.0.0.1:${host.port}`, ws: true, changeOrigin: true } },
  },
});
await view.listen();
process.stderr.write(`Twinlane with hot reload: ${origin}/${new URL(host.url).hash}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.all([view.close(), host.close()]);
    await core.close();
    process.exit(0);
  });
}
