/** No secret of a whole run is in any file, output or export of it, in any encoding; what is kept is listed with its reason. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '../../electron/cli/analyze.ts';
import { exportCommand } from '../../electron/cli/export.ts';
import { parseCommandLine } from '../../electron/cli/parse.ts';
import { openAny } from '../../electron/core/open-files.ts';
import { createSession } from '../../electron/core/session.ts';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { reportFormats } from '../../shared/report/formats.ts';
import { type CanaryRun, keptValues, runWithCanaries } from '../support/canaries/run.ts';
import { filesIn, found, foundIn } from '../support/canaries/search.ts';
import { evidence, secretHashes, secrets } from '../support/canaries/values.ts';
import { start } from '../support/command-line.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const withinMs = 30_000;
const forbidden = {
  ...secrets,
  ...Object.fromEntries(Object.entries(secretHashes).map(([k, v]) => [`hash of ${k}`, v])),
};
/** The browser's own profile holds what it visited while it runs; it is thrown away, which is tested below. */
const isProfile = (path: string) => /^tmp\/twinlane-profile-/.test(path);

test('the search finds a value in each of the encodings that it looks for', async () => {
  const { gzipSync, deflateSync } = await import('node:zlib');
  const value = 'jane&roe"@mail.example';
  const around = (text: string | Buffer) =>
    Buffer.concat([Buffer.from('before '), Buffer.from(text), Buffer.from(' after')]);
  const wide = Buffer.from(value, 'utf16le');
  const forms: (string | Buffer)[] = [value, encodeURIComponent(value), encodeURIComponent(encodeURIComponent(value))];
  forms.push(JSON.stringify(value), wide, Buffer.from(wide).swap16(), Buffer.from(value).toString('hex'));
  for (const before of ['', 'x', 'xy']) forms.push(Buffer.from(`${before}${value} and more`).toString('base64'));
  forms.push(gzipSync(value), deflateSync(value), Buffer.from(gzipSync(value).toString('latin1'), 'utf8'));
  for (const form of forms) expect([form, found(around(form), { value }).length > 0]).toEqual([form, true]);
  expect(found(around('jane and roe at mail.example'), { value })).toEqual([]);
});

test('a run that is killed, opened again and exported in every form leaves no secret anywhere', {
  timeout: 240_000,
}, async () => {
  const folder = temporaryFolder();
  const run = await runWithCanaries(folder, temporaryFolder());
  await eventually(() => missingIn(run.session).length === 0, { withinMs });
  run.command.child.kill('SIGKILL');
  await run.command.ended;
  expect(filesIn(folder)).toEqual(expect.arrayContaining(['session/shop.twinlane', 'session/shop.twinlane-wal']));
  expect(foundIn(folder, forbidden, isProfile)).toEqual([]);
  const sent = await run.secretsAtMeta();
  for (const name of ['tokenInQuery', 'tokenInJson', 'tokenInBearer', 'endpointToken', 'cookieOfMeta'] as const) {
    expect([name, sent.includes(secrets[name])]).toEqual([name, true]);
  }
  expect(run.site.polls).toContain(`Bearer ${secrets.pollHeader}`);

  await recordAgain(run);
  expect(filesIn(folder).filter(isProfile)).toEqual([]);
  await openAgainWithOrders(run);
  await exportAll(run);

  const outputs = Buffer.from(`${run.command.out()}\n${run.command.err()}`);
  expect(found(outputs, { ...forbidden, ...keptValues })).toEqual([]);
  expect(foundIn(folder, forbidden)).toEqual([]);
  expect(keptIn(run.session)).toEqual(Object.keys(evidence));
  for (const format of reportFormats)
    expect([format, ...leftIn(exported(run, format, false), format)]).toEqual([format]);
  expect(found(readFileSync(exported(run, 'json', true)), keptValues)).toEqual(
    expect.arrayContaining(['plainEmail (plain)', 'customerHash (plain)', 'fbp (plain)']),
  );
});

const marks = ['page-1', 'lead-1', 'c-1', 'query', 'json', 'form', 'multipart', 'bearer', 'gzip', 'endpoint', 'batch'];

/** Each way has brought something in, also the log, the command and the poll: what was not recorded cannot leak. */
function missingIn(path: string): string[] {
  const session = openSessionFile(path, { mode: 'read-only' });
  const text = JSON.stringify([...session.facts()]);
  session.close();
  return [...marks, 'logged', 'command', 'polled'].filter((mark) => !text.includes(mark));
}

/** Every start clears away what a crash left: the browser and its profile. */
async function recordAgain({ folder, env }: CanaryRun): Promise<void> {
  const again = start(['record', '--browser', 'none', '--duration', '0.1'], { home: join(folder, 'home'), env });
  expect((await again.ended).status).toBe(0);
}

async function openAgainWithOrders({ folder, session: path, orders }: CanaryRun): Promise<void> {
  const session = createSession({ homeFolder: join(folder, 'home') });
  await openAny(session, path);
  await openAny(session, orders);
  expect(
    session.desk
      .snapshot()
      .status.notices.map(({ text }) => text)
      .join(),
  ).toContain('The last run ended without closing');
  await session.close();
  session.desk.close();
}

async function exportAll(run: CanaryRun): Promise<void> {
  const { session, identity, orders } = run;
  for (const format of reportFormats) {
    for (const reveal of [false, true]) {
      const how = [
        '--identity',
        identity,
        '--format',
        format,
        '--out',
        exported(run, format, reveal),
        ...(reveal ? ['--reveal'] : []),
      ];
      const command = parseCommandLine(['export', session, ...how]);
      if (command.name === 'export') exportCommand(command.options);
      const more = parseCommandLine(['analyze', session, '--orders', orders, ...how]);
      if (more.name === 'analyze') await analyze(more.options);
    }
  }
}

function exported({ folder }: CanaryRun, format: string, reveal: boolean): string {
  return join(folder, 'exports', `${reveal ? 'revealed' : 'masked'}.${format}`);
}

function keptIn(path: string): string[] {
  const names = found(readFileSync(path), keptValues).map((text) => text.replace(/ \(.*/, ''));
  return Object.keys(evidence).filter((name) => names.includes(name));
}

function leftIn(path: string, format: string): string[] {
  const hidden = Object.entries(evidence).filter(([, { readable }]) => format !== 'ndjson' || readable);
  return found(readFileSync(path), Object.fromEntries(hidden.map(([name, { value }]) => [name, value])));
}
