/** `twinlane analyze --preview`: what was recognised in the beginning of each server log, before anything is taken in. */
import { Refusal } from '../../shared/api/errors.ts';
import type { LogPreview } from '../../shared/api/log-preview.ts';
import { plural } from '../../shared/view/plural.ts';
import { previewLogs } from '../core/intake/preview-log.ts';
import { readServerLog } from '../core/intake/server-log.ts';
import { exitStatus } from './exit-status.ts';

const shownProblems = 10;

/** Files only: a command would have to run for it, and standard input would be used up. */
export async function preview(logs: readonly string[], format: string | null): Promise<number> {
  const previews: LogPreview[] = [];
  for (const text of logs) {
    const log = readServerLog(text);
    if (log.kind !== 'files') throw new Refusal('bad-input', '--preview looks at files; name them with --server FILE.');
    previews.push(...(await previewLogs(log.pattern)));
  }
  const isJson = format === 'json';
  process.stdout.write(isJson ? `${JSON.stringify(previews, null, 2)}\n` : previews.map(previewText).join('\n'));
  return previews.every(({ refusal }) => refusal === null) ? exitStatus.done : exitStatus.unusable;
}

export function previewText(log: LogPreview): string {
  if (log.refusal !== null) return `${log.name}: ${log.refusal}\n`;
  const lines = [`${log.name}: ${plural(log.records, 'record')} in the first ${log.maxLines} lines`];
  if (log.wrappers.length > 0) lines.push(`wrapped by ${list(log.wrappers)}`);
  if (log.payloads === 0) lines.push('no Conversions API payload');
  else lines.push(`${plural(log.payloads, 'payload')} with ${plural(log.events, 'event')}, as ${list(log.forms)}`);
  if (log.events > 0) lines.push(`events: ${list(log.eventNames)}`, `datasets: ${datasets(log)}`);
  if (log.from !== null && log.until !== null) lines.push(`from ${iso(log.from)} to ${iso(log.until)}`);
  lines.push(`left out: ${plural(log.others, 'record')} without a payload${unread(log)}`);
  const problems = log.problems.slice(0, shownProblems).map(({ at, reason }) => `  ${at}: ${reason}`);
  return `${[...lines, ...problems].map((line, index) => (index === 0 ? line : `  ${line}`)).join('\n')}\n`;
}

function unread({ problems }: LogPreview): string {
  return problems.length === 0 ? '' : `, ${plural(problems.length, 'record')} that cannot be read`;
}

function datasets({ datasets: known, withoutDataset }: LogPreview): string {
  const told = known.length === 0 ? [] : [list(known)];
  return [...told, ...(withoutDataset > 0 ? [`${withoutDataset} not told, give --dataset ID`] : [])].join(', ');
}

function list(counted: LogPreview['forms']): string {
  return counted.map(({ name, count }) => `${name} (${count})`).join(', ');
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
