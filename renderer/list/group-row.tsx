/** The head of a group of pairs; a click folds it. */
import type { PairGroup } from '../../shared/view/arrange-pairs.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { toggleGroup } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { SeveritySign } from '../ui/severity-sign.tsx';

type Props = { group: PairGroup; index: number; topPx: number; isFolded: boolean; columnCount: number };

export function GroupRow({ group, index, topPx, isFolded, columnCount }: Props) {
  return (
    <div
      className={isFolded ? 'group-row folded' : 'group-row'}
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <span role="gridcell" aria-colspan={columnCount}>
        <button type="button" tabIndex={-1} aria-expanded={!isFolded} onClick={() => toggleGroup(group.key)}>
          <Icon name="chevron" size={12} />
          <strong>{oneLine(group.title)}</strong>
          <span>{texts.list.groupSize(group.pairs.length)}</span>
          {group.worst !== null && <SeveritySign severity={group.worst} isShort />}
        </button>
      </span>
    </div>
  );
}
