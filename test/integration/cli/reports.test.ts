import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { run } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const golden = (name: string, file: string) => resolve(import.meta.dirname, '../../golden/cases', name, file);
const recordings = (name: string) => [
  '--browser',
  golden(name, 'browser.ndjson'),
  '--server',
  golden(name, 'server.ndjson'),
];

describe('twinlane analyze', () => {
  it('prints the report as JSON and exits with 0', async () => {
    const { status, out, err } = await run(['analyze', ...recordings('prefixed-ids'), '--format', 'json'], {
      home: temporaryFolder(),
    });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(golden('prefixed-ids', 'report.json'), 'utf8')));
  });

  it('exits with 1 when a --fail-on condition holds, by severity and by code', async () => {
    const home = temporaryFolder();
    const statusOf = async (failOn: string, name: string) =>
      (await run(['analyze', ...recordings(name), '--fail-on', failOn], { home })).status;
    expect(await statusOf('error', 'prefixed-ids')).toBe(1);
    expect(await statusOf('warning,id.mismatch', 'prefixed-ids')).toBe(1);
    expect(await statusOf('key.none', 'prefixed-ids')).toBe(0);
    expect(await statusOf('error,warning', 'healthy-checkout')).toBe(0);
  });

  it('reads gzip and standard input like the plain files', async () => {
    const home = temporaryFolder();
    const packed = join(home, 'browser.ndjson.gz');
    writeFileSync(packed, gzipSync(readFileSync(golden('prefixed-ids', 'browser.ndjson'))));
    const input = readFileSync(golden('prefixed-ids', 'server.ndjson'), 'utf8');
    const { out } = await run(['analyze', '--browser', packed, '--server', '-', '--format', 'json'], { home, input });
    expect(JSON.parse(out).summary.pairs.doubleCounted).toBe(2);
  });

  it('narrows the report by --filter and --since without losing what pairing knew', async () => {
    const home = temporaryFolder();
    const args = ['analyze', ...recordings('prefixed-ids'), '--format', 'json'];
    const byOrder = JSON.parse((await run([...args, '--filter', 'order:1002 verdict:double-counted'], { home })).out);
    expect(byOrder.pairs.map(({ order }: { order: string }) => order)).toEqual(['1002']);
    const since = JSON.parse((await run([...args, '--since', '2026-11-24T10:04:00Z'], { home })).out);
    expect(since.summary).toMatchObject({ browserEvents: 1, serverEvents: 1, countedByMeta: 2 });
  });

  it('points at the place where --filter cannot be read, and exits with 2', async () => {
    const query = 'event:Purchase gap>soon has:fbc';
    const { status, out, err } = await run(['analyze', ...recordings('prefixed-ids'), '--filter', query], {
      home: temporaryFolder(),
    });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    const [sentence, shown, carets] = err.split('\n');
    expect(sentence).toBe('twinlane: --filter: gap needs a time such as 5s (ms, s, m, h or d).');
    expect(shown?.slice(carets?.indexOf('^'), (carets?.lastIndexOf('^') ?? 0) + 1)).toBe('soon');
  });

  it('says in the report what it was narrowed to', async () => {
    const args = ['analyze', ...recordings('prefixed-ids'), '--filter', 'value>22'];
    const text = await run(args, { home: temporaryFolder() });
    expect(text.out).toContain('Only pairs that match value>22.');
    const json = await run([...args, '--format', 'json'], { home: temporaryFolder() });
    expect(JSON.parse(json.out).narrowedTo).toEqual({ filter: 'value>22', since: null, until: null });
  });

  it('fails the JUnit cases that --fail-on names', async () => {
    const failures = async (...more: string[]) => {
      const args = ['analyze', ...recordings('prefixed-ids'), '--format', 'junit', ...more];
      return /failures="(\d+)"/.exec((await run(args, { home: temporaryFolder() })).out)?.[1];
    };
    expect(await failures()).toBe('2');
    expect(await failures('--filter', 'order:1002')).toBe('1');
    expect(await failures('--fail-on', 'warning')).toBe('2');
  });

  it('writes its calls as NDJSON that reads back to the same report', async () => {
    const home = temporaryFolder();
    const copy = join(home, 'copy.ndjson');
    await run(
      ['analyze', '--browser', golden('healthy-checkout', 'browser.ndjson'), '--format', 'ndjson', '--out', copy],
      { home },
    );
    const args = (file: string) => [
      'analyze',
      '--browser',
      file,
      '--server',
      golden('healthy-checkout', 'server.ndjson'),
      '--format',
      'json',
    ];
    const [first, again] = await Promise.all(
      [golden('healthy-checkout', 'browser.ndjson'), copy].map((file) => run(args(file), { home })),
    );
    expect(JSON.parse(again?.out ?? '').pairs).toEqual(JSON.parse(first?.out ?? '').pairs);
  });

  it('masks what identifies a visitor unless --reveal, and never shows a token', async () => {
    const home = temporaryFolder();
    const em = '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f';
    for (const format of ['text', 'json', 'html', 'csv', 'junit']) {
      const { out } = await run(['analyze', ...recordings('blocked-and-refused'), '--format', format], { home });
      expect(out).not.toMatch(/62a14e44f765|123456789012345678|203\.0\.113\.7|EAAcanary/);
    }
    const revealed = await run(['analyze', ...recordings('blocked-and-refused'), '--format', 'json', '--reveal'], {
      home,
    });
    expect(revealed.out).toContain(em);
    expect(revealed.out).not.toContain('EAAcanary');
  });

  it('counts and lists damaged lines among good ones and exits with 0', async () => {
    const home = temporaryFolder();
    const log = join(home, 'server.ndjson');
    const good = readFileSync(golden('healthy-checkout', 'server.ndjson'), 'utf8');
    writeFileSync(
      log,
      `${good.slice(0, good.indexOf('\n') + 1)}{"data":[{"event_name":"Purchase","event_time":17\n${good}`,
    );
    const { status, out } = await run(['analyze', '--server', log, '--format', 'json'], { home });
    const [input] = JSON.parse(out).inputs;
    expect(status).toBe(0);
    expect(input.problems).toHaveLength(1);
    expect(input.problems[0].at).toBe('line 2');
  });
});

describe('unusable input exits with 2 and one line that says which and why', () => {
  const expectRefusal = async (args: string[], said: RegExp, home = temporaryFolder()) => {
    const { status, out, err } = await run(args, { home });
    expect({ status, out, lines: err.trimEnd().split('\n').length }).toEqual({ status: 2, out: '', lines: 1 });
    expect(err).toMatch(said);
  };

  it('not a HAR', async () => {
    const home = temporaryFolder();
    const file = join(home, 'shop.har');
    writeFileSync(file, '{"hello": 1}');
    await expectRefusal(['analyze', '--browser', file], /shop\.har is not a HAR/, home);
  });

  it('a cut HAR', async () => {
    const home = temporaryFolder();
    const file = join(home, 'cut.har');
    writeFileSync(file, '{"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":"https://www.face');
    await expectRefusal(['analyze', '--browser', file], /cut\.har/, home);
  });

  it('a directory', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'folder'));
    await expectRefusal(['analyze', '--browser', join(home, 'folder')], /is a directory/, home);
    await expectRefusal(['analyze', '--server', join(home, 'folder')], /is a directory/, home);
  });

  it('a missing file', async () => {
    await expectRefusal(['analyze', '--browser', '/nowhere/shop.har'], /\/nowhere\/shop\.har is not there/);
    await expectRefusal(['analyze', '--server', '/nowhere/server.log'], /\/nowhere\/server\.log/);
    await expectRefusal(['export', '/nowhere/s.twinlane'], /s\.twinlane/);
  });

  it('random bytes as a session', async () => {
    const home = temporaryFolder();
    const file = join(home, 'x.twinlane');
    writeFileSync(file, Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)));
    await expectRefusal(['export', file], /x\.twinlane/, home);
  });

  it('random bytes as a log', async () => {
    const home = temporaryFolder();
    const file = join(home, 'noise.log');
    writeFileSync(file, Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 2_654_435_761) >>> 24)));
    await expectRefusal(['analyze', '--server', file], /noise\.log/, home);
  });

  it.each([
    [['analyze', '--nonsense'], /--nonsense/],
    [['analyze'], /needs something to read/],
    [['flyaway'], /flyaway/],
    [['analyze', '--server', 'x', '--format', 'pdf'], /pdf/],
    [['analyze', '--orders', 'x'], /x is not there/],
    [['record', '--hold', '--forward'], /exclude each other/],
    [['record', '--endpoint', '99999'], /--endpoint/],
    [['record', 'file:///etc/passwd'], /not a web address/],
  ])('%j', async (args, said) => {
    await expectRefusal(args, said);
  });
});
