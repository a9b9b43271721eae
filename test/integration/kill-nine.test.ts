/** kill -9 at any moment loses nothing that was acknowledged, and the next start says what it found. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import type { Fact } from '../../shared/model/fact.ts';
import { startDoomed } from '../support/kill-nine/doomed-process.ts';
import { seededRandom } from '../support/kill-nine/random-moments.ts';
import { type Recorder, sendTraffic } from '../support/kill-nine/traffic.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const ROUNDS = 20;
const seed = Number(process.env.TWINLANE_TEST_SEED ?? Date.now() % 1_000_000);
const random = seededRandom(seed);
const storeChild = new URL('../support/kill-nine/store-child.ts', import.meta.url);
const recorderChild = new URL('../support/kill-nine/recorder-child.ts', import.meta.url);

/** The lines of that kind, without the word that tells the kind. */
function told(lines: string[], word: string): string[] {
  return lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
}

/** The keys that are not in the session, whose file may not be there yet where there are none. */
function missing(keys: string[], path: string): string[] {
  if (keys.length === 0) return [];
  const stored = new Set(factsIn(path).flatMap((fact) => ('key' in fact ? [fact.key] : [])));
  return keys.filter((key) => !stored.has(key));
}

function factsIn(path: string): Fact[] {
  const session = openSessionFile(path, { mode: 'read-only' });
  const facts = [...session.facts()];
  session.close();
  return facts;
}

/** The event_ids that stand in the stored calls and records. */
function eventIdsIn(path: string): Set<string> {
  const texts = factsIn(path).map((fact) =>
    fact.kind === 'browser-call' ? fact.url : fact.kind === 'server-record' ? fact.body : '',
  );
  return new Set(texts.flatMap((text) => /(?:[?&]eid=|"event_id":")([\w-]+)/.exec(text)?.[1] ?? []));
}

test(`a session that is killed ${ROUNDS} times while it stores 200 facts a second keeps all it acknowledged (seed ${seed})`, async () => {
  const path = join(temporaryFolder(), 'shop.twinlane');
  const acknowledged: string[] = [];
  let toldOfRecovery = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const child = startDoomed(storeChild, [path, String(round)]);
    await child.line('started');
    await child.kill(random() * 500);
    expect(child.complaints()).toBe('');
    acknowledged.push(...told(child.lines, 'kept'));
    toldOfRecovery += told(child.lines, 'recovered').length;
    expect(missing(acknowledged, path)).toEqual([]);
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  expect(toldOfRecovery).toBeGreaterThan(0);
  const session = openSessionFile(path, { mode: 'open' });
  expect(session.recovered).toEqual([expect.stringContaining('The last run ended without closing this session.')]);
  session.close();
});

test(`endpoint and proxy that take 200 events a second and are killed ${ROUNDS} times lose nothing that they answered or showed (seed ${seed})`, async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'shop.twinlane');
  const shown: string[] = [];
  const answered = { server: [] as string[], browser: [] as string[] };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const child = startDoomed(recorderChild, [path, join(folder, 'authority')]);
    const recorder = JSON.parse(await child.line('ready ')) as Recorder;
    const traffic = await sendTraffic(recorder, `r${round}`);
    await child.kill(random() * 600);
    await traffic.stop();
    expect(child.complaints()).toBe('');
    shown.push(...told(child.lines, 'shown'));
    answered.server.push(...traffic.acknowledged.server);
    answered.browser.push(...traffic.acknowledged.browser);
    if (round > 1) expect(told(child.lines, 'recovered')).toEqual([expect.stringContaining('The last run ended')]);
  }
  const stored = eventIdsIn(path);
  expect(answered.server.filter((id) => !stored.has(id))).toEqual([]);
  expect(answered.browser.filter((id) => !stored.has(id))).toEqual([]);
  expect(missing(shown, path)).toEqual([]);
  expect(Math.min(answered.server.length, answered.browser.length)).toBeGreaterThan(ROUNDS);
}, 180_000);
