/** The report for a terminal or a mail: what counts, then what is wrong, then every pair. Plain text, no colour. */
import { formatDuration } from '../view/duration.ts';
import type { Report, ReportEvent, ReportFinding, ReportPair } from './report.ts';

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
  const parts = [headline(report), inputLines(report), findingLines(report), pairLines(report), scoreLines(report)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headline({ summary }: Report): string {
  const { browserEvents, serverEvents, pairs, countedByMeta, distinctActions, findings } = summary;
  const verdicts = [
    `${pairs.deduplicated} deduplicated`,
    `${pairs.fallback} by fallback`,
    `${pairs.doubleCounted} double counted`,
    `${pairs.browserOnly} browser only`,
    `${pairs.serverOnly} server only`,
  ];
  return [
    `${count(distinctActions, 'action')} happened; Meta would count ${countedByMeta}.`,
    `${count(browserEvents, 'browser event')}, ${count(serverEvents, 'server event')}: ${verdicts.join(', ')}.`,
    `${count(findings.error, 'error')}, ${count(findings.warning, 'warning')}, ${count(findings.info, 'note')}.`,
  ].join('\n');
}

/** Only inputs with something to say: what could not be read must not go unseen. */
function inputLines({ inputs }: Report): string {
  const lines = inputs.flatMap(({ name, records, events, skipped, problems }) => [
    `  ${name}: ${count(records, 'record')}, ${count(events, 'event')}${skipped === 0 ? '' : `, ${skipped} skipped`}`,
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

/** What is explained by a finding of its pair is named under it. */
function oneGroup(group: ReportFinding[], all: ReportFinding[]): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const pairs = new Set(group.map(({ pair }) => pair));
  const follow = all.filter(({ pair, causedBy }) => causedBy === first.code && pairs.has(pair));
  const times = group.length === 1 ? '' : `, ${group.length} times`;
  return [
    `  ${severityWords[first.severity]}  ${first.title}${times}  [${first.code}]`,
    ...group.slice(0, placesShown).map(onePlace),
    ...(group.length > placesShown ? [`    and in ${group.length - placesShown} more pairs`] : []),
    `    Fix: ${first.fix}`,
    ...[...new Set(follow.map(({ title, code }) => `    Explains: ${title} [${code}]`))],
  ];
}

function onePlace({ detail, pair, events }: ReportFinding): string {
  return `    ${[pair, ...events.slice(0, 4)].filter((part) => part !== null).join(' ')}: ${detail}`;
}

function pairLines({ pairs, events }: Report): string {
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
  const lines = Object.values(scores).map(({ value, note }) => {
    return `  ${value === null ? '   –' : `${Math.round(value * 100)}`.padStart(3).concat('%')}  ${note}`;
  });
  return ['Measures', ...lines].join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
