/** How this person likes the window on this machine: columns, order, sizes. Kept by the browser, never in a session. */
import { create } from 'zustand';
import { type Stack, stacks } from '../../shared/diagnose/fix-code/stacks.ts';
import { type Arrangement, asTheyCome, groupKeys, sortKeys } from '../../shared/view/arrange-pairs.ts';
import { type ColumnId, columnIds, columnsAtFirst } from '../list/column-ids.ts';

export type Preferences = {
  columns: readonly ColumnId[];
  /** Of columns that were resized, in px. */
  columnWidths: Partial<Record<ColumnId, number>>;
  arrangement: Arrangement;
  /** Null: as the window sees fit. */
  lanesPx: number | null;
  detailPx: number | null;
  density: 'regular' | 'compact';
  /** Whose clock times are shown on. */
  zone: 'local' | 'utc';
  /** Whose code fixes are shown in. */
  stack: Stack;
};

const atFirst: Preferences = {
  columns: columnsAtFirst,
  columnWidths: {},
  arrangement: asTheyCome,
  lanesPx: null,
  detailPx: null,
  density: 'regular',
  zone: 'local',
  stack: 'fbq',
};

const storageKey = 'twinlane.preferences';

export const usePreferences = create<Preferences>(() => restored());

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  try {
    localStorage.setItem(storageKey, JSON.stringify(usePreferences.getState()));
  } catch {
    // Storage may be closed to us: the choice then lasts as long as the window.
    return;
  }
}

/** What an older or a foreign hand stored is taken as far as it can be. */
function restored(): Preferences {
  const stored = readStored();
  const columns = columnIds.filter((id) => listOf(stored.columns).includes(id));
  return {
    columns: columns.length === 0 ? atFirst.columns : columns,
    columnWidths: widthsOf(stored.columnWidths),
    arrangement: arrangementOf(stored.arrangement),
    lanesPx: numberOf(stored.lanesPx),
    detailPx: numberOf(stored.detailPx),
    density: stored.density === 'compact' ? 'compact' : 'regular',
    zone: stored.zone === 'utc' ? 'utc' : 'local',
    stack: stacks.find((stack) => stack === stored.stack) ?? atFirst.stack,
  };
}

type Unknown = Record<string, unknown>;

function readStored(): Unknown {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return recordOf(stored);
  } catch {
    return {};
  }
}

function recordOf(value: unknown): Unknown {
  return typeof value === 'object' && value !== null ? (value as Unknown) : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function widthsOf(value: unknown): Preferences['columnWidths'] {
  const stored = recordOf(value);
  return Object.fromEntries(
    columnIds.flatMap((id) => {
      const width = numberOf(stored[id]);
      return width === null ? [] : [[id, width]];
    }),
  );
}

function arrangementOf(value: unknown): Arrangement {
  const { sortBy, isDescending, groupBy } = recordOf(value);
  return {
    sortBy: sortKeys.find((key) => key === sortBy) ?? asTheyCome.sortBy,
    isDescending: isDescending === true,
    groupBy: groupKeys.find((key) => key === groupBy) ?? null,
  };
}
