/** While the rows of a long session come in: how many are here, so that nobody takes a part for the whole. */
import { countKeys, verdicts } from '../../shared/view/verdict-words.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';

/** Of the whole session, whether its rows are here or not. */
export function usePairCount(): number {
  return useSession(({ rows: { pairs, summary } }) =>
    Math.max(
      pairs.size,
      verdicts.reduce((sum, verdict) => sum + summary.pairs[countKeys[verdict]], 0),
    ),
  );
}

export function StillComing() {
  const here = useSession((state) => state.rows.pairs.size);
  const all = usePairCount();
  if (here >= all) return null;
  return <p className="still-coming">{texts.session.filter.stillComing(here, all)}</p>;
}
