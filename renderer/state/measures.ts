/** The measures of the session, asked of the core while they are looked at: at once, and again as the rows change. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Scores } from '../../shared/report/report.ts';
import { callCore } from './core-calls.ts';
import { useSession } from './session.ts';

/** While a session records they are asked at most this often. */
const leastPauseMs = 700;
/** They count the whole session: the longer that took, the longer they rest, so that capture keeps its time. */
const restTimes = 9;
const longestPauseMs = 10_000;

const useStore = create<{ scores: Scores | null }>(() => ({ scores: null }));

/** Null until they are known, and where the core cannot be reached the last ones. */
export function useMeasures(): Scores | null {
  useEffect(() => {
    let waiting: number | undefined;
    let isWanted = true;
    let pauseMs = leastPauseMs;
    const ask = async () => {
      const started = performance.now();
      const scores = await callCore('session.measures', {}).catch(() => null);
      const tookMs = performance.now() - started;
      pauseMs = Math.min(longestPauseMs, Math.max(leastPauseMs, tookMs * restTimes));
      if (isWanted && scores !== null) useStore.setState({ scores });
    };
    const askSoon = () => {
      waiting ??= window.setTimeout(() => {
        waiting = undefined;
        void ask();
      }, pauseMs);
    };
    void ask();
    const unsubscribe = useSession.subscribe((now, before) => {
      if (now.rows !== before.rows || now.phase !== before.phase) askSoon();
    });
    return () => {
      isWanted = false;
      window.clearTimeout(waiting);
      unsubscribe();
      useStore.setState({ scores: null });
    };
  }, []);
  return useStore((state) => state.scores);
}
