/** Which columns find room, and how wide they are: those that matter least give way first. */
import type { ColumnId } from './column-ids.ts';
import { columns } from './columns.tsx';

const columnGapPx = 14;
/** Left gutter and right padding of a row. */
const sidesPx = 36;

/** The first to go stands first. What is not in it always stays. */
const givesWay: readonly ColumnId[] = ['dataset', 'page', 'browser', 'server', 'id', 'order', 'why', 'value'];

export type ColumnRoom = { shown: readonly ColumnId[]; template: string };

export function roomFor(
  chosen: readonly ColumnId[],
  widths: Partial<Record<ColumnId, number>>,
  roomPx: number,
): ColumnRoom {
  let shown = [...chosen];
  const needs = () => sidesPx + shown.reduce((sum, id) => sum + leastOf(id, widths) + columnGapPx, -columnGapPx);
  for (const id of givesWay) {
    if (roomPx === 0 || needs() <= roomPx) break;
    shown = shown.filter((each) => each !== id);
  }
  return { shown, template: shown.map((id) => trackOf(id, widths)).join(' ') };
}

export function widthOf(id: ColumnId, widths: Partial<Record<ColumnId, number>>): number {
  return Math.max(columns[id].leastPx, widths[id] ?? columns[id].widthPx);
}

function leastOf(id: ColumnId, widths: Partial<Record<ColumnId, number>>): number {
  return columns[id].grows ? columns[id].leastPx : widthOf(id, widths);
}

/** A column that was resized by hand keeps its width. */
function trackOf(id: ColumnId, widths: Partial<Record<ColumnId, number>>): string {
  const { stretch } = columns[id];
  if (stretch !== undefined && widths[id] === undefined) return `minmax(${leastOf(id, widths)}px, ${stretch}fr)`;
  return `${widthOf(id, widths)}px`;
}
