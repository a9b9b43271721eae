/** A session file keeps every fact as it was, is one private file when closed, and is written by one at a time. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import type { Fact } from '../../../shared/model/fact.ts';
import { browserCall, browserCalls, oneOfEachKind, someInput } from '../../support/facts.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const newFile = () => join(temporaryFolder(), 'a session.twinlane');

test('facts come back in the order in which they were appended, each as it was', () => {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create' });
  session.append(oneOfEachKind.slice(0, 3));
  session.append(oneOfEachKind.slice(3));
  session.close();
  const again = openSessionFile(path, { mode: 'open' });
  expect([...again.facts()]).toEqual(oneOfEachKind);
  expect(again.recovered).toEqual([]);
  again.close();
});

test('any text that a fact can hold comes back unchanged, half surrogate pairs and control characters included', () => {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create' });
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  const anyText = fc.oneof(text, fc.constantFrom('\ud800', 'a\udfffb', '\ufeffbom', '\0', '\r\n', 'é\u{1f600}'));
  const anyFact: fc.Arbitrary<Fact> = fc.oneof(
    fc
      .record({ key: anyText, url: anyText, body: fc.option(anyText), page: fc.option(anyText), place: anyText })
      .chain((parts) =>
        fc.constantFrom('utf8' as const, 'latin1' as const).map((bodyCharset) => ({
          ...browserCall(1),
          ...parts,
          bodyCharset,
        })),
      ),
    fc.record({ place: anyText, reason: anyText }).map((parts) => ({ kind: 'problem' as const, input: 0, ...parts })),
    fc
      .record({ record: anyText, body: anyText, at: fc.option(fc.integer()), status: fc.option(fc.nat(599)) })
      .map((parts) => ({ kind: 'server-answer' as const, input: 0, place: 'request 1', ...parts })),
  );
  const stored: Fact[] = [];
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 20 }), (facts) => {
      session.append(facts);
      stored.push(...facts);
    }),
    { numRuns: 60 },
  );
  expect([...session.facts()]).toEqual(stored);
  session.close();
});

test('a body lies in the file as the bytes that were captured', () => {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create' });
  session.append([
    { ...browserCall(1), body: 'Größe', bodyCharset: 'utf8' },
    { ...browserCall(2), body: 'Gr\xf6\xdfe', bodyCharset: 'latin1' },
  ]);
  session.close();
  const db = new Database(path, { readonly: true });
  const bodies = db.prepare<[], Buffer>('SELECT body FROM facts ORDER BY seq').pluck().all();
  db.close();
  expect(bodies.map((bytes) => bytes.toString('hex'))).toEqual(['4772c3b6c39f65', '4772f6df65']);
});

test('a call or record is found by its key, with its answers in order', () => {
  const session = openSessionFile(newFile(), { mode: 'create' });
  session.append([...oneOfEachKind, browserCall(2)]);
  expect(session.fact('call-1')).toEqual({ fact: oneOfEachKind[0], answers: [oneOfEachKind[1]] });
  expect(session.fact('request-1')).toEqual({ fact: oneOfEachKind[2], answers: [oneOfEachKind[3]] });
  expect(session.fact('call-2')).toEqual({ fact: browserCall(2), answers: [] });
  expect(session.fact('call-3')).toBeNull();
  session.close();
});

test('the counters of an input are replaced, not added beside', () => {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create' });
  session.putInput(someInput);
  session.append([], [{ ...someInput, id: 1, kind: 'log', name: 'events.log' }]);
  session.putInput({ ...someInput, records: 14, skipped: 1 });
  session.close();
  const again = openSessionFile(path, { mode: 'read-only' });
  expect(again.inputs()).toEqual([
    { ...someInput, records: 14, skipped: 1 },
    { ...someInput, id: 1, kind: 'log', name: 'events.log' },
  ]);
  again.close();
});

test('facts can be appended while others are being read', () => {
  const session = openSessionFile(newFile(), { mode: 'create' });
  session.append(browserCalls(2));
  const keys: string[] = [];
  for (const fact of session.facts()) {
    if (fact.kind === 'browser-call') keys.push(fact.key);
    if (keys.length === 1) session.append([browserCall(3)]);
  }
  expect(keys).toEqual(['call-1', 'call-2', 'call-3']);
  session.close();
});

test('facts that are stored can be neither changed nor removed, not even by another program', () => {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create' });
  session.append(oneOfEachKind);
  session.close();
  const db = new Database(path);
  expect(() => db.exec("UPDATE facts SET head = '{}' WHERE seq = 1")).toThrow('facts are never changed');
  expect(() => db.exec('DELETE FROM facts')).toThrow('facts are never removed');
  db.close();
});

test('a closed session is one single file that opens elsewhere', () => {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create', madeBy: { app: '0.1.0', engine: '7' } });
  session.append(oneOfEachKind);
  session.close();
  expect(readdirSync(join(path, '..'))).toEqual(['a session.twinlane']);
  const elsewhere = newFile();
  copyFileSync(path, elsewhere);
  const copy = openSessionFile(elsewhere, { mode: 'read-only' });
  expect([...copy.facts()]).toEqual(oneOfEachKind);
  expect(copy.meta).toEqual({ createdAt: session.meta.createdAt, app: '0.1.0', engine: '7' });
  copy.close();
  expect(readdirSync(join(elsewhere, '..'))).toEqual(['a session.twinlane']);
});

test.skipIf(process.platform === 'win32')('only its owner may read a session, its side files included', () => {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create' });
  session.append(oneOfEachKind);
  const files = readdirSync(join(path, '..'));
  expect(files).toContain('a session.twinlane-wal');
  const modes = files.map((name) => statSync(join(path, '..', name)).mode & 0o777);
  expect(modes).toEqual(files.map(() => 0o600));
  session.close();
});

test('a second opening for writing is told that the session is open, and reading goes on beside it', () => {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create' });
  session.append(browserCalls(2));
  expect(() => openSessionFile(path, { mode: 'open' })).toThrow(
    expect.objectContaining({
      code: 'storage-failed',
      message: expect.stringContaining('is open in another Twinlane'),
    }),
  );
  const reader = openSessionFile(path, { mode: 'read-only' });
  expect(reader.recovered).toEqual(['This session is still being recorded.']);
  session.append([browserCall(3)]);
  expect([...reader.facts()]).toHaveLength(3);
  reader.close();
  session.close();
  openSessionFile(path, { mode: 'open' }).close();
});

test('another process is kept out, whatever else this one does with the session', () => {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create' });
  session.append(browserCalls(2));
  const openElsewhere = () =>
    spawnSync(process.execPath, [fileURLToPath(new URL('../../support/open-session.ts', import.meta.url)), path], {
      encoding: 'utf8',
    }).stdout;
  expect(() => openSessionFile(path, { mode: 'open' })).toThrow();
  openSessionFile(path, { mode: 'read-only' }).close();
  expect(openElsewhere()).toContain('is open in another Twinlane');
  session.close();
  expect(openElsewhere()).toBe('opened with 2 facts\n');
});

test('a session that is closed while someone reads it is whole in its one file all the same', () => {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create' });
  session.append(browserCalls(50));
  const reader = openSessionFile(path, { mode: 'read-only' });
  session.close();
  const copy = newFile();
  copyFileSync(path, copy);
  reader.close();
  const again = openSessionFile(copy, { mode: 'open' });
  expect([...again.facts()]).toHaveLength(50);
  expect(again.recovered).toEqual([]);
  again.close();
});

test('a session that exists is never overwritten', () => {
  const path = newFile();
  writeFileSync(path, 'mine');
  expect(() => openSessionFile(path, { mode: 'create' })).toThrow(`${path} exists already`);
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect(existsSync(`${path}-lock`)).toBe(false);
});

test('closing twice is closing once', () => {
  const session = openSessionFile(newFile(), { mode: 'create' });
  session.close();
  expect(() => session.close()).not.toThrow();
});
