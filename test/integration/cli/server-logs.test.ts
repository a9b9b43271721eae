/** Server logs on the command line: previews, commands and polled addresses, from the process that a person starts. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { payload, purchase } from '../../support/capi.ts';
import { run, start } from '../../support/command-line.ts';
import { eventually } from '../../support/eventually.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

async function logFile(): Promise<{ home: string; path: string }> {
  const home = temporaryFolder();
  const path = join(home, 'app.log');
  await writeFile(path, `web-1  | ${payload(purchase('a'))}\nweb-1  | x\n`);
  return { home, path };
}

test('--preview tells what a log holds, as text and as JSON', async () => {
  const { home, path } = await logFile();
  const { out, status } = await run(['analyze', '--preview', '--server', path], { home });
  expect(status).toBe(0);
  expect(out).toContain('1 payload with 1 event, as JSON, one record a line (1)');
  const asJson = await run(['analyze', '--preview', '--server', path, '--format', 'json'], { home });
  expect(JSON.parse(asJson.out)).toMatchObject([
    { name: 'app.log', events: 1, wrappers: [{ name: 'Docker Compose' }] },
  ]);
});

test.each([
  [['analyze', '--preview', '--browser', 'x.har'], '--preview looks at server logs'],
  [['analyze', '--preview', '--server', '-'], '--preview looks at files'],
  [['analyze', '--preview', '--server', 'node --version'], '--preview looks at files'],
  [['record', '--poll', 'shop.example/log'], '--poll takes a web address'],
  [['record', '--poll-header', 'A: b'], '--poll-header needs a --poll URL'],
  [['record', '--poll', 'http://a.test/', '--poll', 'http://b.test/', '--poll-header', 'A: b'], 'all be of one host'],
  [['record', '--poll', 'http://a.test/', '--poll-header', 'A: env:NOT_SET'], 'NOT_SET is not set'],
])('%j is refused in one line', async (args, why) => {
  const { status, err, out } = await run(args, { home: temporaryFolder() });
  expect([status, out]).toEqual([2, '']);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain(why);
});

test('analyze reads a command to its end, and tells when it failed', async () => {
  const { home, path } = await logFile();
  const command = `cmd: cat '${path}'; echo gone >&2; exit 4`;
  const { out, err, status } = await run(['analyze', '--server', command, '--format', 'json'], { home });
  expect(status).toBe(0);
  expect(JSON.parse(out).inputs).toMatchObject([{ kind: 'log', events: 1 }]);
  expect(err).toContain('ended with status 4: gone');
});

test('record reads a command and a polled address, tells of both, and leaves no secret and no process behind', async () => {
  const { home, path } = await logFile();
  const items = [purchase('old')];
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.end(JSON.stringify({ pixel_id: '1234567890', data: items }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log?key=Zq7canary`;
  const file = join(home, 'pid');
  const session = join(home, 's.twinlane');
  process.env.TWINLANE_TEST_TOKEN = 'Zq7canary';
  const recording = start(
    ['record', '--browser', 'none', '--server', `cmd: echo $$ > '${file}'; exec tail -n +1 -f '${path}'`]
      .concat(['--poll', url, '--poll-header', 'Authorization: Bearer env:TWINLANE_TEST_TOKEN'])
      .concat(['--save', session, '--format', 'json', '--out', join(home, 'r.json')]),
    { home },
  );
  delete process.env.TWINLANE_TEST_TOKEN;
  await recording.ready();
  items.push(purchase('b'));
  const asked = seen.length;
  await eventually(() => seen.length > asked + 1, { withinMs: 20_000 });
  recording.child.kill('SIGINT');
  const { status, err } = await recording.ended;
  expect([status, seen[0]]).toEqual([0, 'Bearer Zq7canary']);
  expect(err).toMatch(
    /Running “echo [^”]*tail[^”]*” until the recording ends\.\nPolling http:\/\/127\.0\.0\.1:\d+\/log\./,
  );
  const report = readFileSync(join(home, 'r.json'), 'utf8');
  expect(
    JSON.parse(report)
      .events.map(({ source }: { source: { at: string } }) => source.at)
      .toSorted(),
  ).toEqual(['answer 1 line 1', 'line 1']);
  expect(report + readFileSync(session, 'latin1') + err).not.toContain('Zq7canary');
  expect(() => process.kill(Number(readFileSync(file, 'utf8')), 0)).toThrow('ESRCH');
});

test('record reads standard input while it runs', async () => {
  const home = temporaryFolder();
  const out = join(home, 'r.json');
  const args = ['record', '--browser', 'none', '--server', '-', '--format', 'json', '--out', out];
  const recording = start(args, { home, input: `${payload(purchase('a'))}\n` });
  await recording.ready();
  recording.child.kill('SIGTERM');
  expect((await recording.ended).status).toBe(0);
  expect(JSON.parse(readFileSync(out, 'utf8')).inputs).toContainEqual(
    expect.objectContaining({ name: 'standard input', events: 1 }),
  );
});
