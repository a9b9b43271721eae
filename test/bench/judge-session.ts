/** Figure: judging a stored session, against parsing its lines. */
import { type Figure, round } from './figure.ts';
import { pixelFact, serverFact } from './rig/checkout-facts.ts';
import { median } from './rounds.ts';
import { EVENTS, judge, storeDay, withDays } from './stored-day.ts';

const ROUNDS = 3;

export const judgeSession: Figure = {
  name: 'judge-session',
  what: 'a stored session read, decoded, paired and diagnosed, against a bare JSON.parse of the same calls and events as lines',
  unit: 'times',
  goal: { atMost: 3 },
  async measure() {
    const day = storeDay(EVENTS);
    const rounds = withDays([day], () => Array.from({ length: ROUNDS }, () => ({ parse: parse(), ...judge(day) })));
    const [parseMs, judgeMs] = [median(rounds.map(({ parse }) => parse)), median(rounds.map(({ ms }) => ms))];
    const [pairs] = rounds.map(({ pairs }) => pairs);
    if (pairs !== EVENTS) throw new Error(`${pairs} pairs of ${EVENTS}.`);
    return {
      value: round(judgeMs / parseMs),
      detail: `${EVENTS} pairs: JSON.parse ${Math.round(parseMs)} ms, judged ${Math.round(judgeMs)} ms`,
    };
  },
};

/** Milliseconds for the same calls and events as a log would hold them, one a line. */
function parse(): number {
  let ms = 0;
  for (let n = 0; n < EVENTS; n += 1) {
    const lines = [JSON.stringify(pixelFact(n)), serverFact(n).body];
    const started = performance.now();
    for (const line of lines) JSON.parse(line);
    ms += performance.now() - started;
  }
  return ms;
}
