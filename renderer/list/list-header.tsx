/** The heads of the columns: a click sorts, the edge resizes. */
import type { KeyboardEvent } from 'react';
import { asTheyCome } from '../../shared/view/arrange-pairs.ts';
import { prefer, usePreferences } from '../state/preferences.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { ResizeHandle } from '../ui/resize-handle.tsx';
import type { ColumnId } from './column-ids.ts';
import { widthOf } from './column-room.ts';
import { columns } from './columns.tsx';

const mostPx = 900;
const stepPx = 16;

export function ListHeader({ shown }: { shown: readonly ColumnId[] }) {
  return (
    <div className="pair-header" role="rowgroup">
      <div className="pair-row" role="row" aria-rowindex={1}>
        {shown.map((id) => (
          <Head key={id} id={id} />
        ))}
      </div>
    </div>
  );
}

function Head({ id }: { id: ColumnId }) {
  const { hint, sort, look } = columns[id];
  const title = texts.list.columns[id];
  const { sortBy, isDescending } = usePreferences((state) => state.arrangement);
  const isSorted = sort !== null && sort === sortBy && (sortBy !== 'time' || isDescending);
  return (
    <span
      role="columnheader"
      className={look === 'right' ? 'cell-right' : undefined}
      title={hint}
      aria-label={title}
      aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      {sort === null ? (
        title
      ) : (
        <button
          type="button"
          className="head-button"
          aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
          onClick={() => sortOn(id)}
          onKeyDown={(event) => resizeByKey(event, id)}
        >
          {title}
          {isSorted && <Icon name={isDescending ? 'down' : 'up'} size={10} />}
        </button>
      )}
      <HeadEdge id={id} />
    </span>
  );
}

function HeadEdge({ id }: { id: ColumnId }) {
  const widths = usePreferences((state) => state.columnWidths);
  const { [id]: _, ...others } = widths;
  return (
    <ResizeHandle
      label={texts.list.columnWidth(texts.list.columns[id])}
      axis="x"
      size={widthOf(id, widths)}
      least={columns[id].leastPx}
      most={mostPx}
      isTabStop={false}
      onResize={(px) => prefer({ columnWidths: { ...widths, [id]: px } })}
      onReset={() => prefer({ columnWidths: others })}
    />
  );
}

function resizeByKey(event: KeyboardEvent, id: ColumnId): void {
  event.stopPropagation();
  const by = event.key === 'ArrowLeft' ? -stepPx : event.key === 'ArrowRight' ? stepPx : 0;
  if (!event.altKey || by === 0) return;
  event.preventDefault();
  const { columnWidths } = usePreferences.getState();
  prefer({ columnWidths: { ...columnWidths, [id]: widthOf(id, columnWidths) + by } });
}

/** Upwards, downwards, and back to the order in which pairs come. */
function sortOn(id: ColumnId): void {
  const { sort } = columns[id];
  const { arrangement } = usePreferences.getState();
  const { sortBy, isDescending, groupBy } = arrangement;
  if (sort === null) return;
  if (sort !== sortBy) prefer({ arrangement: { sortBy: sort, isDescending: false, groupBy } });
  else if (!isDescending) prefer({ arrangement: { ...arrangement, isDescending: true } });
  else prefer({ arrangement: { ...asTheyCome, groupBy } });
}
