/** The report as a table, one row an event: RFC 4180, and no cell that a spreadsheet would run as a formula. */
import type { Json } from '../model/json.ts';
import type { Report, ReportEvent, ReportFinding, ReportPair } from './report.ts';

/** A number or truth value is ours; a text may come from a site. */
type Cell = string | number | boolean | null;

type Row = { event: ReportEvent; pair: ReportPair | undefined; findings: readonly ReportFinding[]; report: Report };

const columns: Readonly<Record<string, (row: Row) => Cell>> = {
  pair: ({ pair }) => pair?.id ?? null,
  verdict: ({ pair }) => pair?.verdict ?? null,
  rule: ({ pair }) => pair?.rule ?? null,
  counted_by_meta: ({ pair }) => pair?.counted ?? null,
  event: ({ event }) => event.id,
  side: ({ event }) => event.side,
  dataset: ({ event }) => event.datasetId,
  event_name: ({ event }) => event.eventName,
  event_id: ({ event }) => event.eventId,
  at: ({ event }) => event.at,
  seen_at: ({ event }) => event.seenAt,
  gap_ms: ({ pair }) => pair?.gapMs ?? null,
  outcome: ({ event }) => event.outcome,
  counts: ({ event }) => event.counts,
  kept: ({ event, pair }) => (pair === undefined ? null : pair.kept === event.id),
  order: ({ pair }) => pair?.order ?? null,
  value: ({ event }) => textOf(event.customData.value),
  currency: ({ event }) => textOf(event.customData.currency),
  url: ({ event }) => event.url,
  fbp: ({ event }) => event.fbp,
  fbc: ({ event }) => event.fbc,
  user_data: ({ event }) => Object.keys(event.userData).join(' '),
  worst: ({ findings }) => worstOf(findings),
  findings: ({ findings }) => [...new Set(findings.map(({ code }) => code))].join(' '),
  why: ({ pair }) => pair?.why ?? null,
  input: ({ event, report }) => report.inputs[event.source.input]?.name ?? null,
  place: ({ event }) => event.source.at,
};

/** With a line of headings. Lines end with CR LF; an empty cell is a value that is not known. */
export function csvReport(report: Report): string {
  const pairs = new Map(report.pairs.flatMap((pair) => [...pair.browser, ...pair.server].map((id) => [id, pair])));
  const byPlace = findingsByPlace(report.findings);
  const rows = report.events.map((event) => {
    const pair = pairs.get(event.id);
    const findings = [...(byPlace.get(pair?.id ?? '') ?? []), ...(byPlace.get(event.id) ?? [])];
    return Object.values(columns).map((read) => cellText(read({ event, pair, findings, report })));
  });
  return [Object.keys(columns), ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** Under the pair's number; those about no pair under each of their events. */
function findingsByPlace(findings: readonly ReportFinding[]): Map<string, ReportFinding[]> {
  const byPlace = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    for (const place of finding.pair === null ? finding.events : [finding.pair]) {
      byPlace.set(place, [...(byPlace.get(place) ?? []), finding]);
    }
  }
  return byPlace;
}

function worstOf(findings: readonly ReportFinding[]): Cell {
  return (['error', 'warning', 'info'] as const).find((each) => findings.some((it) => it.severity === each)) ?? null;
}

function textOf(value: Json | undefined): Cell {
  if (value === undefined || value === null || typeof value === 'number') return value ?? null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What makes a spreadsheet run a text, in narrow and full width (OWASP: CSV injection). */
const formulaStart = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^\p{Cc}/u;

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
