/**
 * `npm run score [SEED…]`: precision and recall of every finding code over generated sessions whose truth is known.
 * Exit status 1 where the goal is missed.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scoreSeeds, shortfalls, type Total } from './total.ts';

const named = process.argv.slice(2).map(Number);
if (named.some((seed) => !Number.isInteger(seed))) {
  process.stderr.write('npm run score takes seeds, which are whole numbers.\n');
  process.exit(2);
}
const seeds = named.length > 0 ? named : Array.from({ length: 20 }, (_, at) => at + 1);
const total = await scoreSeeds(seeds);
const missing = shortfalls(total);
process.stdout.write(`${table(total)}\n${summary(total)}\n${worst(total)}`);
for (const line of missing) process.stdout.write(`MISSED ${line}\n`);
if (named.length === 0) {
  const results = { ...total, seeds: seeds.length, disagreements: total.disagreements.length, missing };
  writeFileSync(fileURLToPath(new URL('results.json', import.meta.url)), `${JSON.stringify(results, null, 2)}\n`);
}
process.exitCode = missing.length === 0 ? 0 : 1;

function table({ codes }: Total): string {
  const rows = codes.map(({ code, told, missed, wrong, precision, recall }) =>
    [
      code.padEnd(28),
      String(told).padStart(6),
      String(missed).padStart(7),
      String(wrong).padStart(6),
      precision.toFixed(3).padStart(10),
      recall.toFixed(3).padStart(7),
    ].join(''),
  );
  return [`${'code'.padEnd(28)}  told missed wrong precision recall`, ...rows].join('\n');
}

function summary({ seeds: taken, verdictAccuracy, countAccuracy, errorsOnClean, crossedPairs }: Total): string {
  return [
    `${taken.length} seeds · verdicts right on ${percent(verdictAccuracy)} of the visits, counts on ${percent(countAccuracy)}`,
    `${errorsOnClean} errors on clean visits · ${crossedPairs} pairs across visits`,
  ].join('\n');
}

/** Grouped by what happened, the most frequent first, each with one visit to look at. */
function worst({ disagreements }: Total): string {
  const groups = new Map<string, { count: number; example: string }>();
  for (const { seed, visit, name, log, what } of disagreements) {
    const key = `${what.replace(/ told: .*/, ' told')} · ${name.replace(/^\w+: /, '')}`;
    const group = groups.get(key) ?? { count: 0, example: `seed ${seed} ${visit} in ${log} · ${name}: ${what}` };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, 40)
    .map(({ count, example }) => `${String(count).padStart(4)} × ${example}\n`)
    .join('');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
