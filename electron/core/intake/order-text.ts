/** A file of orders into a table: JSON, NDJSON, or CSV with whatever delimiter it has. */
import { type Info, parse } from 'csv-parse/sync';
import { orderTableOfCutJson, orderTableOfJson, orderTableOfNdjson } from '../../../shared/orders/order-records.ts';
import type { OrderTable } from '../../../shared/orders/order-table.ts';

type TableText = { table: OrderTable; problems: { place: string; reason: string }[] };

const delimiters = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;
type Delimiter = keyof typeof delimiters;
/** Enough rows to tell a delimiter by. */
const sampleChars = 64 * 1024;

/** Null where the text is no table of any of these forms. `isCut`: it is the start of a longer one. */
export function orderTableOf(text: string, { isCut = false } = {}): TableText | null {
  if (/^\s*[[{]/.test(text)) {
    const json = orderTableOfJson(text);
    if (json !== null) return { table: json, problems: [] };
    const lines = orderTableOfNdjson(isCut ? wholeLines(text) : text);
    const cut = isCut && lines === null ? orderTableOfCutJson(text) : null;
    return cut === null ? lines : { table: cut, problems: [] };
  }
  return csvTable(isCut ? wholeLines(text) : text);
}

function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

/** Spreadsheets may write the delimiter into a first line of its own. */
function csvTable(text: string): TableText | null {
  const declared = /^sep=([,;|\t])\r?\n/i.exec(text);
  const delimiter = (declared?.[1] as Delimiter | undefined) ?? delimiterOf(text);
  if (delimiter === null) return null;
  const skipped = declared === null ? 0 : 1;
  const { records, problems } = rowsOf(declared === null ? text : text.slice(declared[0].length), delimiter);
  const [header, ...rows] = records;
  if (header === undefined || rows.length === 0) return null;
  return {
    table: {
      columns: header.cells.map((name) => name.trim()),
      rows: rows.map(({ cells, line }) => ({ place: `line ${line + skipped}`, cells })),
      form: `CSV with ${delimiters[delimiter]}`,
    },
    problems: problems.map(({ line, reason }) => ({ place: `line ${line + skipped}`, reason })),
  };
}

/** The one that cuts the most rows into the same, largest number of cells. */
function delimiterOf(text: string): Delimiter | null {
  const sample = text.length > sampleChars ? wholeLines(text.slice(0, sampleChars)) : text;
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of Object.keys(delimiters) as Delimiter[]) {
    const [header, ...rows] = rowsOf(sample, delimiter).records;
    const width = header?.cells.length ?? 0;
    if (width < 2) continue;
    const fitting = rows.filter(({ cells }) => cells.length === width).length;
    const score = ((fitting + 1) / (rows.length + 1)) * width;
    if (best === null || score > best.score) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

type CsvRow = { cells: string[]; line: number };

function rowsOf(
  text: string,
  delimiter: Delimiter,
): { records: CsvRow[]; problems: { line: number; reason: string }[] } {
  const problems: { line: number; reason: string }[] = [];
  const parsed = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    on_skip: (error) => void problems.push({ line: lineOf(error), reason: 'Its quotes do not match.' }),
    info: true,
    raw: true,
  }) as unknown as { record: string[]; raw: string; info: Info }[];
  const records = parsed.map(({ record, raw, info }) => ({ cells: record, line: info.lines - newlinesIn(raw) }));
  return { records, problems };
}

/** A cell may hold several lines: the row stands where it begins. */
function newlinesIn(raw: string): number {
  return raw.trim().split('\n').length - 1;
}

function lineOf(error: unknown): number {
  return error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
}
