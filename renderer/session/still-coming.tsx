/** While the rows of a long session come in: how many are here, so that nobody takes a part for the whole. */
import { useSession } from '../state/session.ts';
import { usePairCount } from '../state/whole-counts.ts';
import { texts } from '../texts/texts.ts';

export function StillComing() {
  const here = useSession((state) => state.rows.pairs.size);
  const all = usePairCount();
  if (here >= all) return null;
  return <p className="still-coming">{texts.session.filter.stillComing(here, all)}</p>;
}
