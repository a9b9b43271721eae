/** Twinlane's own proxy in hold mode, over a real session file, as a session starts it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuthority } from '../../../electron/core/capture/certificate-authority.ts';
import { startProxy } from '../../../electron/core/capture/proxy.ts';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import { createWriter } from '../../../electron/core/store/writer.ts';
import { tellReady } from './helper-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'twinlane-bench-'));
const session = openSessionFile(join(folder, 'bench.twinlane'), { mode: 'create' });
const writer = createWriter(session, {
  onFailure: (error) => {
    throw error;
  },
});
const authority = await openAuthority(join(folder, 'authority'));
const proxy = await startProxy({
  authority,
  port: 0,
  mode: () => 'hold',
  firstParty: [],
  forbiddenPorts: () => [],
  handle: {
    input: { id: 0, kind: 'proxy', name: 'bench', records: 0, skipped: 0 },
    sink: writer,
    count: () => undefined,
  },
  onTraffic: () => undefined,
});
tellReady({ port: proxy.port, certificate: authority.certificate }, async () => {
  await proxy.close();
  writer.close();
  session.close();
  rmSync(folder, { recursive: true, force: true });
});
