/** The app in browser mode, recording without a browser of its own: proxy, session file, pairs and the served window. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHost } from '../../../electron/core/serve/loopback-host.ts';
import { coreOver, createSession } from '../../../electron/core/session.ts';
import { plainNetwork } from '../../../electron/core/session-options.ts';
import { defaultEndpointMode } from '../../../shared/model/session.ts';
import { builtApp } from '../../support/built-app.ts';
import { tellReady } from './helper-process.ts';

export type AppReady = { window: string; port: number; certificate: string };

const homeFolder = mkdtempSync(join(tmpdir(), 'twinlane-bench-'));
const rendererDir = join(await builtApp(), 'renderer');
const session = createSession({ homeFolder });
const core = coreOver(session);
const host = await startHost({ core, port: 0, rendererDir });
const recording = await session.record({
  url: null,
  browser: 'none',
  headless: true,
  mode: 'hold',
  firstParty: [],
  serverLogs: [],
  polls: [],
  proxyPort: 0,
  endpointPort: 0,
  endpointMode: defaultEndpointMode,
  script: null,
  network: plainNetwork,
  isDemo: false,
  file: null,
});
const certificate = readFileSync(session.desk.status.now().certificate ?? '', 'utf8');
const ready: AppReady = { window: host.url, port: Number(new URL(recording.proxy).port), certificate };
tellReady(ready, async () => {
  await core.close();
  await host.close();
  rmSync(homeFolder, { recursive: true, force: true });
});
