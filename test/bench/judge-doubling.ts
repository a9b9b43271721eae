/** Figure: twice the events, against the time that half of them take. */
import { type Figure, round } from './figure.ts';
import { median } from './rounds.ts';
import { EVENTS, judge, storeDay, withDays } from './stored-day.ts';

const ROUNDS = 3;

export const judgeDoubling: Figure = {
  name: 'judge-doubling',
  what: 'a stored session of twice the events judged, against one of half of them',
  unit: 'times',
  goal: { atMost: 2.2 },
  async measure() {
    const [half, whole] = [storeDay(EVENTS / 2), storeDay(EVENTS)];
    const rounds = withDays([half, whole], () =>
      Array.from({ length: ROUNDS }, () => ({ half: judge(half).ms, whole: judge(whole).ms })),
    );
    const [halfMs, wholeMs] = [median(rounds.map((round) => round.half)), median(rounds.map((round) => round.whole))];
    return {
      value: round(wholeMs / halfMs),
      detail: `${EVENTS / 2} pairs ${Math.round(halfMs)} ms, ${EVENTS} pairs ${Math.round(wholeMs)} ms`,
    };
  },
};
