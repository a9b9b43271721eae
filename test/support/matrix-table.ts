/** The table of what was really tried, as Markdown, and its place in the README. */
import { type TriedResult, triedKinds } from './tried.ts';

export type Matrix = {
  /** The day of the run, `2026-11-24`. */
  taken: string;
  /** `Debian GNU/Linux 12, Node 24.21.0` */
  machine: string;
  rows: TriedResult[];
};

export const matrixMarkers = { begin: '<!-- matrix: npm run matrix -->', end: '<!-- /matrix -->' };

/** One row for each thing in one version; its ways stand together, those that failed by themselves. */
export function matrixTable({ taken, machine, rows }: Matrix): string {
  const lines = triedKinds.flatMap((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    if (ofKind.every(({ version }) => version === '')) return inOneLine(kind, ofKind);
    const things = [...new Set(ofKind.map(thing))].sort();
    return things.map((name) =>
      lineOf(
        kind,
        ofKind.filter((row) => thing(row) === name),
      ),
    );
  });
  return [
    `Made by a test run on ${taken} (${machine}):`,
    '',
    '| kind | tried | version | ways that work | ways that failed |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** What has no versions is many and short: all that work stand in one line, and all that failed in another. */
function inOneLine(kind: string, rows: TriedResult[]): string[] {
  return [true, false].flatMap((ok) => {
    const alike = rows.filter((row) => row.ok === ok);
    const ways = [...new Set(alike.map(({ way }) => way))].join(', ');
    const names = alike.map(({ what }) => what.replaceAll('|', '\\|')).sort();
    if (alike.length === 0) return [];
    return [`| ${kind} | ${names.join('; ')} | | ${ok ? ways : ''} | ${ok ? '' : ways} |`];
  });
}

/** `text` with the table between its markers; null where it has none. */
export function withMatrix(text: string, table: string): string | null {
  const { begin, end } = matrixMarkers;
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1) return null;
  return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
}

/** The last result of each row wins; a row that failed in one test has failed. */
export function settled(results: TriedResult[]): TriedResult[] {
  const byRow = new Map<string, TriedResult>();
  for (const result of results) {
    const key = JSON.stringify([result.kind, result.what, result.version, result.way]);
    const earlier = byRow.get(key);
    byRow.set(key, { ...result, ok: result.ok && (earlier?.ok ?? true) });
  }
  return [...byRow.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, result]) => result);
}

function thing({ what, version }: TriedResult): string {
  return `${what} | ${version}`;
}

function lineOf(kind: string, rows: TriedResult[]): string {
  const [first] = rows;
  const ways = (ok: boolean) =>
    rows
      .filter((row) => row.ok === ok)
      .map(({ way }) => way)
      .sort()
      .join(', ');
  return `| ${kind} | ${first?.what} | ${first?.version} | ${ways(true)} | ${ways(false)} |`;
}
