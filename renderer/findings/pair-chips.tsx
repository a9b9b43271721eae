/** The pairs that a finding touches; each opens. */
import { useState } from 'react';
import { formatClock } from '../../shared/view/format-clock.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { useSession } from '../state/session.ts';
import { openPair, useView } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { VerdictSign } from '../ui/verdict-sign.tsx';

const firstShown = 12;
const longestName = 40;

export function PairChips({ keys }: { keys: string[] }) {
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? keys : keys.slice(0, firstShown);
  if (keys.length === 0) return null;
  return (
    <ul className="pair-chips" aria-label={texts.findings.pairs.label}>
      {shown.map((key) => (
        <PairChip key={key} pairKey={key} />
      ))}
      {shown.length < keys.length && (
        <li>
          <button type="button" className="link-button" onClick={() => setIsAll(true)}>
            {texts.findings.pairs.others(keys.length - shown.length)}
          </button>
        </li>
      )}
    </ul>
  );
}

function PairChip({ pairKey }: { pairKey: string }) {
  const pair = useSession((state) => state.rows.pairs.get(pairKey));
  const isOpen = useView((state) => state.isDetailOpen && state.selected === pairKey);
  if (pair === undefined) return null;
  return (
    <li>
      <button type="button" className="pair-chip" aria-pressed={isOpen} onClick={() => openPair(pairKey)}>
        <VerdictSign verdict={pair.verdict} size={13} />
        {oneLine(pair.eventName, longestName)}
        <span>{pair.order === null ? formatClock(pair.at) : oneLine(pair.order, longestName)}</span>
      </button>
    </li>
  );
}
