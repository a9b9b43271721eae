/** What stands around an event in its log: read again from the file, without secrets, and honest where it is gone. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHandlers } from '../../../electron/core/handlers.ts';
import { openAny } from '../../../electron/core/open-files.ts';
import { createSession } from '../../../electron/core/session.ts';
import { linesAround } from '../../../electron/core/source-lines.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const payload = JSON.stringify({
  data: [{ event_name: 'Purchase', event_time: 1_795_494_180, event_id: '1', action_source: 'website' }],
});

function aLog(): string {
  const path = join(temporaryFolder(), 'capi.log');
  const noise = Array.from({ length: 9 }, (_, n) => `10:0${n} GET /step-${n}?access_token=EAAsecret${'x'.repeat(30)}`);
  writeFileSync(path, [...noise.slice(0, 5), payload, ...noise.slice(5)].join('\n'));
  return path;
}

test('three lines before and after, the one marked, and no token in any', async () => {
  const lines = await linesAround(aLog(), 6);
  expect(lines?.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8, 9]);
  expect(lines?.find(({ isTheOne }) => isTheOne)?.text).toBe(payload);
  expect(JSON.stringify(lines)).not.toContain('EAAsecret');
});

test.each([0, 99])('a line %i that the file does not have is told as not there', async (number) => {
  expect(await linesAround(aLog(), number)).toBe(null);
});

test('the window gets the lines of an opened log, and none once the file is gone', async () => {
  const path = aLog();
  const session = createSession({ homeFolder: temporaryFolder() });
  await openAny(session, path);
  const ask = () => createHandlers(session)['event.lines']({ id: 's1' });
  expect((await ask()).lines?.length).toBe(7);
  rmSync(path);
  expect(await ask()).toEqual({ input: 'capi.log', lines: null });
  await session.close();
});
