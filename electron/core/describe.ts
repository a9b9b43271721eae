/** The details behind a row: both copies of a pair side by side, one event with the bytes it came from. */
import type { CallOutput } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { clickIdHops } from '../../shared/diagnose/click-id-lineage.ts';
import { fieldNotes } from '../../shared/diagnose/field-notes.ts';
import { compareCopies } from '../../shared/view/compare-copies.ts';
import type { SessionBook } from './session-book.ts';
import { linesAround } from './source-lines.ts';
import type { FactWithAnswers } from './store/facts-table.ts';

export function describePair({ pipeline, identity }: SessionBook, key: string): CallOutput<'pair.get'> {
  const pair = pipeline.pair(key);
  if (pair === null) throw new Refusal('not-found', 'This pair is no more: its events belong to another pair now.');
  const events = [...pair.browser, ...pair.server].map((id) => pipeline.event(id)).filter((event) => event !== null);
  const browser = events.find((event) => event.side === 'browser') ?? null;
  const server = events.find((event) => event.side === 'server') ?? null;
  return {
    pair,
    events,
    comparison: compareCopies(browser, server),
    notes: fieldNotes(events, identity),
    findings: pipeline.findingsOf(key),
    clickId: clickIdHops(browser ?? undefined, server ?? undefined),
  };
}

export function describeEvent(book: SessionBook, id: string): CallOutput<'event.get'> {
  const event = book.pipeline.event(id);
  if (event === null) throw new Refusal('not-found', `There is no event ${id} in this session.`);
  const found = book.fact(event.fact);
  return { event, raw: found === null ? null : rawOf(found) };
}

/** Only lines of a file that is still there; of anything else the event's own bytes are all there is. */
export async function describeLines(book: SessionBook, id: string): Promise<CallOutput<'event.lines'>> {
  const { event } = describeEvent(book, id);
  const { input, at } = event.source;
  const path = book.pathOf(input);
  const number = /^line (\d+)/.exec(at)?.[1];
  const lines = path === null || number === undefined ? null : await linesAround(path, Number(number));
  return { input: book.inputs()[input]?.name ?? '', lines };
}

function rawOf({ fact, answers }: FactWithAnswers): NonNullable<CallOutput<'event.get'>['raw']> {
  return {
    kind: fact.kind,
    method: fact.kind === 'browser-call' ? fact.method : fact.form === 'request' ? 'POST' : null,
    url: fact.url,
    contentType: fact.contentType,
    body: fact.body,
    answer: answerOf({ fact, answers }),
  };
}

function answerOf({ fact, answers }: FactWithAnswers): string | null {
  const last = answers.at(-1);
  if (last?.kind === 'server-answer')
    return [last.status, last.body].filter((part) => part !== null && part !== '').join(' ');
  if (last?.kind === 'call-answer') return last.error ?? (last.status === null ? null : String(last.status));
  if (fact.kind !== 'browser-call') return null;
  return fact.error ?? (fact.status === null ? null : String(fact.status));
}
