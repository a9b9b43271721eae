/** A process to be killed: endpoint and proxy over one session file; prints the key of each fact that would be shown. */
import { existsSync, writeSync } from 'node:fs';
import { openAuthority } from '../../../electron/core/capture/certificate-authority.ts';
import { startProxy } from '../../../electron/core/capture/proxy.ts';
import { startEndpoint } from '../../../electron/core/intake/endpoint.ts';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import { createWriter } from '../../../electron/core/store/writer.ts';
import type { Input } from '../../../shared/model/fact.ts';

const [path = '', authorityFolder = ''] = process.argv.slice(2);
const print = (line: string) => void writeSync(1, `${line}\n`);

const session = openSessionFile(path, { mode: existsSync(path) ? 'open' : 'create' });
for (const sentence of session.recovered) print(`recovered ${sentence}`);
const writer = createWriter(session, {
  onCommitted: (facts) => {
    for (const fact of facts) if ('key' in fact) print(`shown ${fact.key}`);
  },
  onFailure: (error) => {
    throw error;
  },
});

const firstInput = session.inputs().length;
const handle = (kind: Input['kind'], offset: number) => {
  const input: Input = { id: firstInput + offset, kind, name: kind, records: 0, skipped: 0 };
  writer.putInput(input);
  return { input, sink: writer, count: () => undefined };
};
const endpoint = await startEndpoint({ port: 0, handle: handle('endpoint', 0) });
const authority = await openAuthority(authorityFolder);
const proxy = await startProxy({
  authority,
  port: 0,
  mode: () => 'hold',
  firstParty: [],
  forbiddenPorts: () => [endpoint.port],
  handle: handle('proxy', 1),
  onTraffic: () => undefined,
});
print(`ready ${JSON.stringify({ endpoint: endpoint.url, proxy: proxy.port, certificate: authority.certificate })}`);
