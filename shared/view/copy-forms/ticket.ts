/** One pair as Markdown for a ticket: verdict, what to mend, and where the copies differ. Customer information is masked. */
import type { TrackedEvent } from '../../model/event.ts';
import type { Finding } from '../../model/finding.ts';
import type { Pair } from '../../model/pair.ts';
import { isoTime } from '../../report/build-report.ts';
import { visitorMask } from '../../report/mask.ts';
import { foldByCause } from '../group-findings.ts';
import { maskedValue } from '../mask-field.ts';
import type { FieldComparison } from '../rows.ts';
import { verdictSentence } from '../verdict-words.ts';

type PairWhole = { pair: Pair; events: TrackedEvent[]; comparison: FieldComparison[]; findings: Finding[] };

export function ticketOf({ pair, events, comparison, findings }: PairWhole): string {
  const { eventName, order, datasetId, at, why } = pair;
  const about = [
    order === null ? null : `order ${order}`,
    datasetId === null ? null : `dataset ${datasetId}`,
    isoTime(at),
  ].filter((part) => part !== null);
  const different = comparison.filter(({ state }) => state !== 'same');
  return [
    `### ${eventName}: ${verdictSentence(pair)}`,
    about.join(' · '),
    visitorMask.text(why),
    ...foldByCause(findings).map(({ finding }) => findingText(finding)),
    ...(different.length === 0 ? [] : [tableOf(different)]),
    sourcesOf(events),
  ].join('\n\n');
}

function findingText({ title, code, detail, fix }: Finding): string {
  return [`**${title}** (\`${code}\`)`, visitorMask.text(detail), `Fix: ${visitorMask.text(fix)}`].join('\n');
}

function tableOf(fields: readonly FieldComparison[]): string {
  const cell = (field: FieldComparison, side: 'browser' | 'server') => {
    const value = field[side];
    return value === null ? '–' : code(maskedValue(field, value));
  };
  const rows = fields.map((field) => `| ${field.field} | ${cell(field, 'browser')} | ${cell(field, 'server')} |`);
  return ['| field | browser | server |', '|---|---|---|', ...rows].join('\n');
}

/** Backticks and bars would end the cell. */
function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')}\``;
}

function sourcesOf(events: readonly TrackedEvent[]): string {
  return events.map(({ id, side, outcome, source }) => `- ${side} ${id}: ${outcome}, ${source.at}`).join('\n');
}
