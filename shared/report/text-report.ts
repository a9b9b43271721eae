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

/** What is explained by another finding of its pair stands under it, in one line. */
function findingLines({ findings }: Report): string {
  const causes = findings.filter(({ causedBy }) => causedBy === null);
  const rank = { error: 0, warning: 1, info: 2 };
  const sorted = causes.sort((a, b) => rank[a.severity] - rank[b.severity]);
  const lines = sorted.flatMap((finding) => oneFinding(finding, findings));
  return lines.length === 0 ? 'No findings.' : ['Findings', ...lines].join('\n');
}

function oneFinding(finding: ReportFinding, all: ReportFinding[]): string[] {
  const { code, severity, title, detail, fix, pair, events } = finding;
  const follow = all.filter((other) => other.pair === pair && other.causedBy === code);
  return [
    `  ${severityWords[severity]}  ${title}  [${code}]  ${[pair, ...events].filter(Boolean).join(' ')}`,
    `    ${detail}`,
    `    Fix: ${fix}`,
    ...follow.map((other) => `    Explains: ${other.title} [${other.code}]`),
  ];
}

function pairLines({ pairs, events }: Report): string {
  const byId = new Map(events.map((event) => [event.id, event]));
  return ['Pairs', ...pairs.map((pair) => onePair(pair, byId))].join('\n');
}

function onePair(pair: ReportPair, events: Map<string, ReportEvent>): string {
  const first = events.get(pair.browser[0] ?? pair.server[0] ?? '');
  const time = first?.at.slice(11, 23) ?? '';
  const sides = [pair.browser.join(' ') || '–', pair.server.join(' ') || '–'].join(' ↔ ');
  const gap = pair.gapMs === null ? '' : `  gap ${formatDuration(pair.gapMs)}`;
  return `  ${pair.id.padEnd(4)} ${time}  ${pair.eventName.padEnd(18)} ${verdictWords[pair.verdict].padEnd(15)} ${sides}${gap}\n       ${pair.why}`;
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
