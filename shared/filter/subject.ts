/** What a filter is asked about: a pair with its copies and findings, and the text in which words are looked for. */
import type { Finding } from '../model/finding.ts';
import type { Pair } from '../model/pair.ts';
import type { EventRow } from '../view/rows.ts';

export type FilterSubject = {
  pair: Pair;
  copies: readonly EventRow[];
  findings: readonly Finding[];
  /** Lower case; null until a word asks for it. */
  text: string | null;
};

/** Of one value: a site may send a megabyte for a page address. */
const mostCharacters = 4000;

/** Event names, order, dataset, and of each copy its number, event_id and page. */
export function textOf(subject: FilterSubject): string {
  if (subject.text !== null) return subject.text;
  const { pair, copies } = subject;
  let text = `${pair.eventName}\n${pair.order ?? ''}\n${pair.datasetId ?? ''}`;
  for (const { id, eventName, eventId, url } of copies) {
    const name = eventName === pair.eventName ? '' : eventName;
    text += `\n${id}\n${name}\n${cut(eventId ?? '')}\n${cut(url ?? '')}`;
  }
  subject.text = text.toLowerCase();
  return subject.text;
}

function cut(text: string): string {
  return text.length > mostCharacters ? text.slice(0, mostCharacters) : text;
}
