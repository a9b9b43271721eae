/** Figures: judging a stored session, against parsing its lines; and one more event on top of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPipeline } from '../../electron/core/pipeline.ts';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { type Figure, round } from './figure.ts';
import { pixelFact, serverFact } from './rig/checkout-facts.ts';
import { percentile } from './rounds.ts';

/** Of each side. BENCH_EVENTS raises it: the goal is meant for a million. */
const EVENTS = Number(process.env.BENCH_EVENTS ?? 50_000);
const MORE = 300;

export const judgeSession: Figure = {
  name: 'judge-session',
  what: 'a stored session read, decoded, paired and diagnosed, against a bare JSON.parse of the same calls and events as lines',
  unit: 'times',
  goal: { atMost: 3 },
  async measure() {
    const folder = mkdtempSync(join(tmpdir(), 'twinlane-bench-'));
    const path = join(folder, 'day.twinlane');
    const lines = store(path);
    const parseMs = time(() => parseAll(lines));
    const judgeMs = time(() => judge(path));
    rmSync(folder, { recursive: true });
    return {
      value: round(judgeMs / parseMs),
      detail: `${EVENTS} pairs: JSON.parse ${Math.round(parseMs)} ms, judged ${Math.round(judgeMs)} ms`,
    };
  },
};

export const oneMoreEvent: Figure = {
  name: 'one-more-event',
  what: 'one more event decoded, paired, diagnosed and summarized on top of a long session, 95th percentile',
  unit: 'ms',
  goal: { atMost: 5 },
  async measure() {
    const pipeline = createPipeline();
    pipeline.take(Array.from({ length: EVENTS }, (_, n) => [pixelFact(n), serverFact(n)]).flat());
    pipeline.summary();
    const takeOne = (n: number) => {
      pipeline.take([pixelFact(EVENTS + n)]);
      pipeline.summary();
    };
    const times = Array.from({ length: MORE }, (_, n) => time(() => takeOne(n)));
    return {
      value: round(percentile(times, 0.95)),
      detail: `on top of ${EVENTS} pairs, median ${round(percentile(times, 0.5))} ms`,
    };
  },
};

/** Returns the same calls and events as a log would hold them, one a line. */
function store(path: string): string[] {
  const file = openSessionFile(path, { mode: 'create' });
  const lines: string[] = [];
  for (let n = 0; n < EVENTS; n += 1) {
    const facts = [pixelFact(n), serverFact(n)] as const;
    file.append(facts);
    lines.push(JSON.stringify(facts[0]), facts[1].body);
  }
  file.close();
  return lines;
}

function judge(path: string): void {
  const file = openSessionFile(path, { mode: 'read-only' });
  const pipeline = createPipeline();
  pipeline.take([...file.facts()]);
  file.close();
  if (pipeline.pairs().length !== EVENTS) throw new Error(`${pipeline.pairs().length} pairs of ${EVENTS}.`);
}

function time(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function parseAll(lines: readonly string[]): void {
  for (const line of lines) JSON.parse(line);
}
