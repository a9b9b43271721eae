/** An export as a table, whatever form it came in: named columns, and rows that know where they stand. */

export type TableRow = {
  /** `line 7` or `record 3`, counted from 1. */
  place: string;
  /** One text for each column; empty where there is none. */
  cells: readonly string[];
};

export type OrderTable = {
  columns: readonly string[];
  rows: readonly TableRow[];
  /** `CSV with semicolons`, `JSON`, …: for the account of how the file was read. */
  form: string;
};

/** All texts of one column that hold something. */
export function cellsOf({ rows }: OrderTable, column: number, limit = 500): string[] {
  const found: string[] = [];
  for (const { cells } of rows) {
    const text = cells[column]?.trim() ?? '';
    if (text !== '') found.push(text);
    if (found.length === limit) break;
  }
  return found;
}
