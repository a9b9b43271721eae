/** kill -9 at any moment loses nothing that was acknowledged, and the next start says what it found. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { startDoomed } from '../support/kill-nine/doomed-process.ts';
import { seededRandom } from '../support/kill-nine/random-moments.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const ROUNDS = 20;
const seed = Number(process.env.TWINLANE_TEST_SEED ?? Date.now() % 1_000_000);
const random = seededRandom(seed);
const script = (name: string) => fileURLToPath(new URL(`../support/kill-nine/${name}`, import.meta.url));

/** The lines of that kind, without the word that tells the kind. */
function told(lines: string[], word: string): string[] {
  return lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
}

/** The keys that are not in the session, whose file may not be there yet where there are none. */
function missing(keys: string[], path: string): string[] {
  if (keys.length === 0) return [];
  const session = openSessionFile(path, { mode: 'read-only' });
  const stored = new Set([...session.facts()].flatMap((fact) => ('key' in fact ? [fact.key] : [])));
  session.close();
  return keys.filter((key) => !stored.has(key));
}

test(`a session that is killed ${ROUNDS} times while it stores 200 facts a second keeps all it acknowledged (seed ${seed})`, async () => {
  const path = join(temporaryFolder(), 'shop.twinlane');
  const acknowledged: string[] = [];
  let toldOfRecovery = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const child = startDoomed(script('store-child.ts'), [path, String(round)]);
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
