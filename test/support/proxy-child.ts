/** The capturing proxy over a real session file in a process of its own, which tells its address and its memory. */
import { join } from 'node:path';
import { openAuthority } from '../../electron/core/capture/certificate-authority.ts';
import { startProxy } from '../../electron/core/capture/proxy.ts';
import { divertLibraryOutput } from '../../electron/core/library-output.ts';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { createWriter } from '../../electron/core/store/writer.ts';
import type { Input } from '../../shared/model/fact.ts';

const [folder = '', mode = 'hold', proxyUrl = ''] = process.argv.slice(2);
divertLibraryOutput();
const session = openSessionFile(join(folder, 'hostile.twinlane'), { mode: 'create' });
const writer = createWriter(session, {
  onFailure: (error) => {
    throw error;
  },
});
const input: Input = { id: 0, kind: 'proxy', name: 'proxy', records: 0, skipped: 0 };
writer.putInput(input);
const authority = await openAuthority(join(folder, 'authority'));
const proxy = await startProxy({
  authority,
  port: 0,
  mode: () => (mode === 'forward' ? 'forward' : 'hold'),
  firstParty: [],
  forbiddenPorts: () => [],
  handle: { input, sink: writer, count: () => undefined },
  onTraffic: () => undefined,
  ...(proxyUrl !== '' && { upstream: { proxyUrl, exceptions: ['www.facebook.com', 'graph.facebook.com'] } }),
});

process.on('message', (wish) => {
  if (wish === 'memory') process.send?.({ rss: process.memoryUsage().rss });
});
process.once('disconnect', async () => {
  await proxy.close();
  writer.close();
  session.close();
  process.exit(0);
});
process.send?.({ port: proxy.port, certificate: authority.certificate });
