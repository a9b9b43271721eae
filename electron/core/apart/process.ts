/** Entry of a second core: serves one session at an address of its own until its host or its window is gone. */
import { Refusal } from '../../../shared/api/errors.ts';
import type { Core } from '../core.ts';
import { divertLibraryOutput } from '../library-output.ts';
import { logInternal } from '../serve/log-internal.ts';
import { startHost } from '../serve/loopback-host.ts';
import { createCore } from '../session.ts';
import type { Source } from '../source.ts';
import { watchGuests } from './guest-watch.ts';
import type { FromSecond, ToSecond } from './messages.ts';
import { createSecondCores } from './second-cores.ts';

/** Longer than a page takes to load again or a tab to find its core after sleep. */
const patienceMs = 30_000;

divertLibraryOutput();
process.on('uncaughtException', (error) => {
  logInternal(error, 'a second core');
  process.exit(1);
});

const open: Source[] = [];
let isEnding = false;

/** The pipe closes with the host, however that ends: nothing is left behind. */
process.on('disconnect', () => void end());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
process.on('message', (message: ToSecond) => void serve(message).catch(fail));

async function serve({ path, homeFolder, rendererDir }: ToSecond): Promise<void> {
  const ports: number[] = [];
  const apart = createSecondCores({ homeFolder, rendererDir });
  const core = await createCore({ homeFolder, ownPorts: () => ports, openApart: apart.open });
  open.push(core, apart);
  await core.handlers['session.open']({ path });
  const host = await hosted(core, rendererDir);
  ports.push(host.port);
  tell({ did: 'serve', url: host.url });
}

async function hosted(core: Core, rendererDir: string) {
  const watch = watchGuests(core, { patienceMs, onAlone: () => void end() });
  const host = await startHost({ core: watch.core, port: 0, rendererDir });
  open.push(host, { close: async () => watch.close() });
  return host;
}

function fail(error: unknown): void {
  if (!(error instanceof Refusal)) logInternal(error, 'starting a second core');
  const message = error instanceof Refusal ? error.message : 'Another window could not be opened.';
  tell({ did: 'fail', message }, () => void end());
}

function tell(message: FromSecond, told: () => void = () => undefined): void {
  if (process.send === undefined || !process.connected) told();
  else process.send(message, undefined, undefined, told);
}

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await Promise.allSettled(open.map((source) => source.close()));
  process.exit(0);
}
