/** What the beginning of a server log showed, in sentences. */
import type { LogPreview } from '../api/log-preview.ts';
import { plural } from './plural.ts';

/** One sentence on what would be taken. */
export function foundWords({ events, maxLines, payloads }: LogPreview): string {
  const where = `in the first ${plural(maxLines, 'line')}`;
  if (events > 0) return `${plural(events, 'event')} ${where}.`;
  if (payloads > 0) return `${plural(payloads, 'payload')} ${where}, without an event that can be read.`;
  return `No Conversions API event ${where}. Later lines may hold some; is it the right log?`;
}

/** How it was read: in which form, and out of which log tool's wrapping. Empty where nothing was recognised. */
export function formWords({ forms, wrappers }: LogPreview): string {
  const how = forms.map(({ name, count }) => `${name} (${count})`).join(', ');
  const out = wrappers.map(({ name }) => name).join(', ');
  return how === '' ? '' : out === '' ? how : `${how}, wrapped by ${out}`;
}

/** What would be left out; empty where nothing would. */
export function leftOutWords({ others, problems }: LogPreview): string {
  const parts = [
    ...(others > 0 ? [`${plural(others, 'record')} without a payload`] : []),
    ...(problems.length > 0 ? [`${plural(problems.length, 'record')} that cannot be read`] : []),
  ];
  return parts.join(', ');
}

/** Several logs in one sentence. */
export function takenWords(files: readonly LogPreview[]): string {
  const events = files.reduce((sum, file) => sum + file.events, 0);
  return `Looked inside: ${plural(events, 'event')} in the first lines of ${plural(files.length, 'file')}.`;
}
