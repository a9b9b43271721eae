/** One pair as a row of fixed height, a cell a column. */
import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { copiesOf } from '../../shared/view/arrange-pairs.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { useSession } from '../state/session.ts';
import { hoverPair, openPair, useView } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import type { ColumnId } from './column-ids.ts';
import { type CellOf, columns } from './columns.tsx';

type Props = {
  pair: Pair;
  findings: readonly Finding[] | undefined;
  shown: readonly ColumnId[];
  /** Among the rows of the list, from 0. */
  index: number;
  topPx: number;
  isSelected: boolean;
  isPinned: boolean;
};

const noFindings: readonly Finding[] = [];
const longestTitle = 1000;

export const PairRow = memo(function PairRow(props: Props) {
  const { pair, findings = noFindings, shown, index, topPx, isSelected, isPinned } = props;
  const isHovered = useView((state) => state.hovered === pair.key);
  // Of this pair alone: what other events bring draws no row anew.
  const copies = useSession(useShallow((state) => copiesOf(pair, state.rows.events)));
  const of = { pair, findings, copies };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys.
    <div
      id={`pair-row-${index}`}
      className={isHovered ? 'pair-row hovered' : 'pair-row'}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      style={{ top: topPx }}
      onClick={() => {
        openPair(pair.key);
        document.getElementById('pair-grid')?.focus();
      }}
      onMouseEnter={() => hoverPair(pair.key)}
      onMouseLeave={() => hoverPair(null)}
    >
      {isPinned && (
        <span className="row-pin" title={texts.list.pinned}>
          <Icon name="pin" size={11} />
        </span>
      )}
      {shown.map((id) => cellOf(id, of))}
    </div>
  );
});

function cellOf(id: ColumnId, of: CellOf) {
  const column = columns[id];
  const look =
    column.look === 'mono' ? 'cell-mono mono' : column.look === undefined ? undefined : `cell-${column.look}`;
  const full = column.full?.(of) ?? null;
  const shown = column.cell(of);
  return (
    <span key={id} role="gridcell" className={look} title={full === null ? undefined : oneLine(full, longestTitle)}>
      {typeof shown === 'string' ? oneLine(shown) : shown}
    </span>
  );
}
