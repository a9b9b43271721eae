/** The app recording without a browser, with a guest that hears every push: endpoint, session file, pairs, findings. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSession } from '../../../electron/core/session.ts';
import { recordOptions } from '../../../electron/core/session-options.ts';
import { tellReady } from './helper-process.ts';

export type EndpointReady = { endpoint: string; session: string };

const homeFolder = mkdtempSync(join(tmpdir(), 'twinlane-bench-'));
const session = createSession({ homeFolder });
session.desk.onPush(() => undefined);
const input = { url: null, browser: 'none', mode: 'hold', firstParty: [], serverLogs: [] } as const;
const recording = await session.record(recordOptions({ ...input, firstParty: [], serverLogs: [] }));
const ready: EndpointReady = { endpoint: recording.endpoint ?? '', session: session.desk.book()?.path ?? '' };
tellReady(ready, async () => {
  await session.close();
  session.desk.close();
  rmSync(homeFolder, { recursive: true, force: true });
});
