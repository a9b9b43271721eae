/** The rows for what looks at all of them at once: while a session records they change here a few times a second. */
import { useEffect, useState } from 'react';
import type { SessionRows } from '../../shared/view/session-rows.ts';
import { useSession } from './session.ts';

/** Going through a long session for each push would leave no time for the rest of the window. */
const pauseMs = 400;

/** Rows that are all new (another session, a snapshot) come at once. */
export function usePacedRows(): SessionRows {
  const [rows, setRows] = useState(() => useSession.getState().rows);
  useEffect(() => {
    let waiting: number | undefined;
    const take = () => {
      window.clearTimeout(waiting);
      waiting = undefined;
      setRows(useSession.getState().rows);
    };
    const unsubscribe = useSession.subscribe((now, before) => {
      if (now.rows === before.rows) return;
      if (now.rows.last === null) take();
      else waiting ??= window.setTimeout(take, pauseMs);
    });
    take();
    return () => {
      window.clearTimeout(waiting);
      unsubscribe();
    };
  }, []);
  return rows;
}
