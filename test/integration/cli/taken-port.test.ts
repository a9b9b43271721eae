import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { run } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

it('a taken port is named in one line, exits with 2 and leaves no session file', async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = String(typeof address === 'object' ? address?.port : 0);
  for (const option of ['--endpoint', '--proxy-port']) {
    const home = temporaryFolder();
    const { status, out, err } = await run(['record', '--browser', 'none', option, port], { home });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(new RegExp(`^twinlane: Port ${port} is taken.*\\n$`));
    expect(readdirSync(join(home, 'sessions'))).toEqual([]);
  }
});
