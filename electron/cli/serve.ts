/** `twinlane serve`: browser mode, the same app in a tab. */

import { type Identity, noIdentity } from '../../shared/model/identity.ts';
import { createSecondCores } from '../core/apart/second-cores.ts';
import { type LoopbackHost, startHost } from '../core/serve/loopback-host.ts';
import { coreOver, createSession, type Session } from '../core/session.ts';
import { twinlaneHome } from '../core/store/sessions-folder.ts';
import { exitStatus } from './exit-status.ts';
import { untilTold } from './until-told.ts';
import { viewFolder } from './view-folder.ts';

export type ServedApp = { session: Session; host: LoopbackHost; close(): Promise<void> };

export async function serveCommand({ port }: { port: number }): Promise<number> {
  const told = untilTold();
  const app = await serveApp(port);
  process.stdout.write(`${JSON.stringify({ ready: true, app: app.host.url })}\n`);
  process.stderr.write('Open the address in a browser on this machine. Ctrl-C ends.\n');
  await told;
  await app.close();
  return exitStatus.done;
}

export async function serveApp(port: number, identity: Identity = noIdentity): Promise<ServedApp> {
  const ports: number[] = [];
  const [homeFolder, rendererDir] = [twinlaneHome(), viewFolder()];
  const apart = createSecondCores({ homeFolder, rendererDir });
  const session = createSession({ homeFolder, ownPorts: () => ports, openApart: apart.open, identity });
  const core = coreOver(session);
  const host = await startHost({ core, port, rendererDir });
  ports.push(host.port);
  const close = async () => {
    await Promise.all([apart.close(), core.close()]);
    await host.close();
  };
  return { session, host, close };
}
