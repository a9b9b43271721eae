/** The report for a terminal or a mail: what counts, then what is wrong, then every pair. Plain text, no colour. */
import { formatDuration } from '../view/duration.ts';
import { measureWords, shareWords } from '../view/measure-words.ts';
import { plural } from '../view/plural.ts';
import type { GivenOrders, KeyCoverage, Report, ReportEvent, ReportFinding, ReportPair, Scores } from './report.ts';

const verdictWords: Record<ReportPair['verdict'], string> = {
  deduplicated: 'deduplicated',
  fallback: 'fallback',
  'double-counted': 'DOUBLE COUNTED',
  'browser-only': 'browser only',
  'server-only': 'server only',
};

/** More places of one fault than these are counted, not listed: JSON has them all. */
const placesShown = 5;

const severityWords: Record<ReportFinding['severity'], string> = { error: 'Error', warning: 'Warning', info: 'Note' };

export function textReport(report: Report): string {
  const judged =
    report.pairs.length + report.findings.length === 0
      ? []
      : [findingLines(report), pairLines(report), scoreLines(report)];
  const parts = [headline(report), narrowedLine(report), inputLines(report), ...judged];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headline({ summary, pairs: all, findings: found }: Report): string {
  if (all.length === 0 && found.length === 0) return 'No Pixel call and no Conversions API event was found.';
  const { browserEvents, serverEvents, pairs, countedByMeta, distinctActions, findings } = summary;
  const verdicts = [
    `${pairs.deduplicated} deduplicated`,
    `${pairs.fallback} by fallback`,
    `${pairs.doubleCounted} double counted`,
    `${pairs.browserOnly} browser only`,
    `${pairs.serverOnly} server only`,
  ];
  return [
    `${plural(distinctActions, 'action')} happened; Meta would count ${countedByMeta}.`,
    `${plural(browserEvents, 'browser event')}, ${plural(serverEvents, 'server event')}: ${verdicts.join(', ')}.`,
    `${plural(findings.error, 'error')}, ${plural(findings.warning, 'warning')}, ${plural(findings.info, 'note')}.`,
  ].join('\n');
}

/** A part of a recording must not pass for the whole. */
function narrowedLine({ narrowedTo }: Report): string {
  if (narrowedTo === undefined) return '';
  const { filter, since, until } = narrowedTo;
  const conditions = [
    filter === null ? '' : ` that match ${filter}`,
    since === null ? '' : ` from ${since} on`,
    until === null ? '' : ` up to ${until}`,
  ];
  return `Only pairs${conditions.join('')}.`;
}

/** Only inputs with something to say: what could not be read must not go unseen. */
function inputLines({ inputs }: Report): string {
  const lines = inputs.flatMap(({ kind, name, records, events, skipped, problems, readings = [] }) => [
    `  ${name}: ${plural(records, 'record')}${kind === 'orders' ? '' : `, ${plural(events, 'event')}`}${skipped === 0 ? '' : `, ${skipped} skipped`}`,
    ...readings.map((text) => `    ${text}`),
    ...problems.slice(0, 10).map(({ at, reason }) => `    ${at}: ${reason}`),
    ...(problems.length > 10 ? [`    and ${problems.length - 10} more`] : []),
  ]);
  return lines.length === 0 ? '' : ['Read', ...lines].join('\n');
}

/** Findings that stand for themselves, the same fault once with every place where it was seen. */
function findingLines({ findings }: Report): string {
  const byCode = Map.groupBy(
    findings.filter(({ causedBy }) => causedBy === null),
    ({ code }) => code,
  );
  const rank = { error: 0, warning: 1, info: 2 };
  const groups = [...byCode.values()].sort(([a], [b]) => rank[a?.severity ?? 'info'] - rank[b?.severity ?? 'info']);
  if (groups.length === 0) return 'No findings.';
  return ['Findings', ...groups.flatMap((group) => oneGroup(group, findings))].join('\n');
}

/** What is explained by a finding, of its pair or over many pairs, is named under it. */
function oneGroup(group: ReportFinding[], all: ReportFinding[]): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const pairs = new Set(group.map(({ pair }) => pair));
  const follow = all.filter(({ pair, causedBy }) => causedBy === first.code && (pairs.has(pair) || pairs.has(null)));
  const times = group.length === 1 ? '' : `, ${group.length} times`;
  return [
    `  ${severityWords[first.severity]}  ${first.title}${times}  [${first.code}]`,
    ...group.slice(0, placesShown).map(onePlace),
    ...(group.length > placesShown ? [`    and ${group.length - placesShown} more`] : []),
    `    Fix: ${first.fix}`,
    ...[...new Set(follow.map(({ title, code }) => `    Explains: ${title} [${code}]`))],
  ];
}

function onePlace({ detail, pair, events }: ReportFinding): string {
  const place = [pair, ...events.slice(0, 4)].filter((part) => part !== null).join(' ');
  return `    ${place === '' ? '' : `${place}: `}${detail}`;
}

function pairLines({ pairs, events }: Report): string {
  if (pairs.length === 0) return '';
  const byId = new Map(events.map((event) => [event.id, event]));
  const days = new Set(events.map(({ at }) => at.slice(0, 10)));
  return ['Pairs', ...pairs.map((pair) => onePair(pair, byId, days.size > 1))].join('\n');
}

function onePair(pair: ReportPair, events: Map<string, ReportEvent>, hasDays: boolean): string {
  const at = events.get(pair.browser[0] ?? pair.server[0] ?? '')?.at ?? '';
  const time = hasDays ? at.slice(0, 19).replace('T', ' ') : at.slice(11, 23);
  const sides = [pair.browser.join(' ') || '–', pair.server.join(' ') || '–'].join(' ↔ ');
  const gap = pair.gapMs === null ? '' : `  gap ${formatDuration(pair.gapMs)}`;
  const head = `  ${pair.id.padEnd(4)} ${time}  ${pair.eventName.padEnd(18)} ${verdictWords[pair.verdict].padEnd(15)}`;
  return `${head} ${sides}${gap}\n       ${pair.why}`;
}

function scoreLines({ scores }: Report): string {
  const places: Partial<Record<keyof Scores, string[]>> = {
    completeness: [
      ...scores.completeness.parts.map(({ cause, pairs }) => placesOf(cause, pairs)),
      ...orderLines(scores.completeness.orders.given),
    ],
    consistency: scores.consistency.byField.flatMap(({ field, pairs }) =>
      pairs.length === 0 ? [] : [placesOf(`${field} not the same`, pairs)],
    ),
    matchKeys: keyLines(scores.matchKeys.byKey),
  };
  const lines = (Object.keys(measureWords) as (keyof Scores)[]).flatMap((measure) => {
    const { value, note } = scores[measure];
    return [
      `  ${measureWords[measure].padEnd(13)} ${shareWords(value).padStart(4)}  ${note}`,
      ...(places[measure] ?? []),
    ];
  });
  return ['Measures', ...lines].join('\n');
}

const measureIndent = ' '.repeat(22);

function placesOf(what: string, pairs: readonly string[]): string {
  const more = pairs.length > placesShown ? ` and ${pairs.length - placesShown} more` : '';
  return `${measureIndent}${what}: ${pairs.slice(0, placesShown).join(' ')}${more}`;
}

/** The orders of the shop in a sentence, then the numbers of those that Meta does not count. */
function orderLines(given: GivenOrders | undefined): string[] {
  if (given === undefined) return [];
  const lost = given.parts.map(({ cause, orders }) => placesOf(`${cause}, orders`, orders));
  return [`${measureIndent}${given.note}`, ...lost];
}

/** The keys that server events carry, by event name; those that none carries are in JSON. */
function keyLines(rows: readonly KeyCoverage[]): string[] {
  const byName = Map.groupBy(
    rows.filter((row) => row.side === 'server' && row.with > 0),
    ({ eventName }) => eventName,
  );
  const lines = [...byName].map(([eventName, keys]) => {
    return `${measureIndent}${eventName}, of ${keys[0]?.of}: ${keys.map((row) => `${row.key} ${row.with}`).join(', ')}`;
  });
  return lines.length <= placesShown
    ? lines
    : [...lines.slice(0, placesShown), `${measureIndent}and ${lines.length - placesShown} more event names`];
}
