/** The test endpoint over a real session file in a process of its own, which tells its address and its memory. */
import { startEndpoint } from '../../electron/core/intake/endpoint.ts';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { createWriter } from '../../electron/core/store/writer.ts';
import type { Input } from '../../shared/model/fact.ts';

const session = openSessionFile(process.argv[2] ?? '', { mode: 'create' });
const writer = createWriter(session, {
  onFailure: (error) => {
    throw error;
  },
});
const input: Input = { id: 0, kind: 'endpoint', name: 'Test endpoint', records: 0, skipped: 0 };
writer.putInput(input);
const endpoint = await startEndpoint({ port: 0, handle: { input, sink: writer, count: () => undefined } });

process.on('message', (wish) => {
  if (wish === 'memory') process.send?.({ rss: process.memoryUsage().rss });
});
process.once('disconnect', async () => {
  await endpoint.close();
  writer.close();
  session.close();
  process.exit(0);
});
process.send?.({ port: endpoint.port });
