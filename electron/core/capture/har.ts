/** Reads a HAR 1.2 recording of any browser or proxy into facts, entry by entry. */
import { Refusal } from '../../../shared/api/errors.ts';
import type { InputId } from '../../../shared/model/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/model/json.ts';
import { readHarCall, readHarEntry } from './har-entry.ts';
import { createHarVisit } from './har-visit.ts';
import { factsOfCall, type RecordStep } from './recorded-call.ts';

export type HarLog = { log: JsonObject; entries: readonly Json[] };

/** Refuses with `unreadable-file` and the reason what is not a HAR, or not a whole one. */
export function parseHar(text: string, name: string): HarLog {
  const json = parseWhole(text, name);
  const log = isJsonObject(json) ? json.log : undefined;
  if (!isJsonObject(log) || !Array.isArray(log.entries)) {
    throw new Refusal('unreadable-file', `${name} is not a HAR: it is a JSON file without log.entries`);
  }
  return { log, entries: log.entries };
}

function parseWhole(text: string, name: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new Refusal('unreadable-file', `${name} ${whyNotJson(text, cause)}`, { cause });
  }
}

/** V8 says where it stopped, except where the text ended before anything was wrong. */
function whyNotJson(text: string, cause: unknown): string {
  if (!/^\s*[[{]/.test(text)) return 'is not a HAR: it is not JSON';
  const stated = /position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
  const end = text.trimEnd().length;
  const position = stated === undefined ? end : Number(stated);
  return position >= end
    ? `is cut off: its JSON ends at character ${end}, before it is complete`
    : `is not a HAR: its JSON is broken at character ${position + 1}`;
}

/** One step for every entry, in order; places are counted from 1 over all of them. */
export function* readHarEntries({ log, entries }: HarLog, input: InputId): Generator<RecordStep> {
  const visit = createHarVisit(log);
  let number = 0;
  for (const value of entries) {
    const place = `entry ${++number}`;
    const entry = readHarEntry(value);
    if (typeof entry === 'string') {
      yield { facts: [{ kind: 'problem', input, place, reason: entry }], isUsable: false };
      continue;
    }
    visit.follow(entry);
    const call = readHarCall(entry, place);
    const facts = call
      ? factsOfCall(input, { ...call, page: visit.pageOf(entry), cookies: visit.cookiesOf(entry) })
      : [];
    yield { facts, isUsable: !facts.some(({ kind }) => kind === 'problem') };
  }
}
