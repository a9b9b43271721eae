import { expect, test } from 'vitest';
import { pacedPipeline } from '../../../electron/core/paced-pipeline.ts';
import { type Changes, createPipeline } from '../../../electron/core/pipeline.ts';
import { pixelFact, serverFact } from '../../bench/rig/checkout-facts.ts';
import { eventually } from '../../support/eventually.ts';

/** A clock by which every step takes as long as it is told. */
function paced(stepMs: number) {
  let now = 0;
  const told: Changes[] = [];
  const inner = createPipeline();
  const slow = {
    ...inner,
    take: (facts: Parameters<typeof inner.take>[0]) => {
      const changes = inner.take(facts);
      now += stepMs;
      return changes;
    },
  };
  const over = pacedPipeline(slow, { onChanges: (changes) => told.push(changes), clock: () => now });
  const wait = (ms: number) => {
    now += ms;
  };
  return { ...over, told, wait };
}

/** As `paced`, after two steps that were dear. */
function resting(stepMs: number) {
  const over = paced(stepMs);
  over.take([pixelFact(8)]);
  over.take([pixelFact(9)]);
  over.told.length = 0;
  return over;
}

test('facts are taken at once while that is cheap', () => {
  const { take, told } = paced(0.5);
  take([pixelFact(1)]);
  take([serverFact(1)]);
  expect(told.map(({ pairs }) => pairs.length)).toEqual([1, 1]);
});

test('a long step over many facts is not dear: nothing waits after it', () => {
  const { take, told } = paced(100);
  take(Array.from({ length: 500 }, (_, n) => pixelFact(n)));
  take([serverFact(1)]);
  expect(told).toHaveLength(2);
});

test('one dear step alone makes nothing wait: it may have been a collection of garbage', () => {
  const { take, told } = paced(100);
  take([pixelFact(1)]);
  take([serverFact(1)]);
  expect(told).toHaveLength(2);
});

test('after a second dear step facts wait three times as long as it took, and are then taken together', () => {
  const { take, told, wait } = resting(100);
  take([pixelFact(2)]);
  wait(299);
  take([serverFact(2)]);
  expect(told).toHaveLength(0);
  wait(1);
  take([serverFact(1)]);
  expect(told.map(({ events }) => events.map(({ id }) => id))).toEqual([['b3', 's1', 's2']]);
});

test('whoever asks for pairs while facts wait gets them with these facts', () => {
  const { take, told, pipeline } = resting(100);
  take([serverFact(9)]);
  expect(told).toHaveLength(0);
  expect(pipeline.pairs().map(({ verdict }) => verdict)).toEqual(['browser-only', 'deduplicated']);
  expect(told).toHaveLength(1);
});

test('what waits is taken by itself when the rest is over', async () => {
  const { take, told } = resting(40);
  take([serverFact(9)]);
  expect(told).toHaveLength(0);
  await eventually(() => told.length === 1, { withinMs: 5_000 });
});

test('closing takes what waits', () => {
  const { take, told, close } = resting(100);
  take([serverFact(9)]);
  close();
  expect(told).toHaveLength(1);
});
