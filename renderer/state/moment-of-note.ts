/** What moment a note is about: now while a session records, else that of the selected pair, else the newest. */
import type { TimeMs } from '../../shared/model/fact.ts';
import { useSession } from './session.ts';
import { useView } from './view.ts';

export function momentOfNote(): TimeMs {
  const { status, rows } = useSession.getState();
  if (status?.capture.state === 'recording') return Date.now();
  const selected = rows.pairs.get(useView.getState().selected ?? '');
  return selected?.at ?? rows.inOrder.at(-1)?.at ?? Date.now();
}
