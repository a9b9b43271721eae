/** A process to be killed: stores 200 facts a second and prints the key of each once it is acknowledged. */
import { existsSync, writeSync } from 'node:fs';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import { createWriter } from '../../../electron/core/store/writer.ts';
import { browserCall } from '../facts.ts';

const [path = '', round = ''] = process.argv.slice(2);
const print = (line: string) => void writeSync(1, `${line}\n`);

print('started');
const session = openSessionFile(path, { mode: existsSync(path) ? 'open' : 'create' });
for (const sentence of session.recovered) print(`recovered ${sentence}`);
const writer = createWriter(session, {
  onFailure: (error) => {
    throw error;
  },
});
let n = 0;
setInterval(() => {
  n += 1;
  const key = `round-${round}-${n}`;
  void writer.add([{ ...browserCall(n), key }]).then(() => print(`kept ${key}`));
}, 5);
