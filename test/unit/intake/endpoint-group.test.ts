/** Writes of requests that come together are one commit, and each request learns how it ended. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { groupWrites } from '../../../electron/core/intake/endpoint-group.ts';
import type { ProblemFact } from '../../../shared/model/fact.ts';
import { recordingHandle } from '../../support/recording-handle.ts';

const fact = (place: string): ProblemFact => ({ kind: 'problem', input: 3, place, reason: 'r' });

function grouped() {
  const handle = recordingHandle('endpoint');
  const writes: number[] = [];
  const sink = groupWrites({
    add: (facts) => {
      writes.push(facts.length);
      return handle.sink.add(facts);
    },
  });
  return { handle, writes, sink };
}

test('requests of one turn, and of the turns right after it, are one write in their order', async () => {
  const { sink, writes, handle } = grouped();
  const first = [sink.add([fact('a')]), sink.add([fact('b'), fact('c')])];
  await nextTurn();
  await Promise.all([...first, sink.add([fact('d')])]);
  expect(writes).toEqual([4]);
  expect(handle.problems().map(({ place }) => place)).toEqual(['a', 'b', 'c', 'd']);
});

test('a request that comes alone is written alone, and so is the next', async () => {
  const { sink, writes } = grouped();
  await sink.add([fact('a')]);
  await sink.add([fact('b')]);
  expect(writes).toEqual([1, 1]);
});

test('no group grows without end', async () => {
  const { sink, writes } = grouped();
  const all: Promise<void>[] = [];
  for (let turn = 0; turn < 100; turn += 1) {
    for (let n = 0; n < 16; n += 1) all.push(sink.add([fact(`${turn} ${n}`)]));
    await nextTurn();
  }
  await Promise.all(all);
  expect(Math.max(...writes)).toBeLessThanOrEqual(80);
  expect(writes.reduce((sum, count) => sum + count, 0)).toBe(1600);
});

test('where the write fails, each of its requests is told, and the next group is written', async () => {
  const { sink, handle } = grouped();
  handle.isFull = true;
  const ends = await Promise.allSettled([sink.add([fact('a')]), sink.add([fact('b')])]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  handle.isFull = false;
  await sink.add([fact('c')]);
  expect(handle.problems().map(({ place }) => place)).toEqual(['c']);
});
