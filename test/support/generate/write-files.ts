/** Writes the visits of a session into the files that a person would have: one of browser calls, one per server log. */
import { pixelLines, scriptLine } from './pixel-calls.ts';
import type { Visit } from './visit.ts';

export type WrittenFile = {
  name: string;
  text: string;
  /** Visit by line; the first line is 1. */
  visitOfLine: ReadonlyMap<number, string>;
};

type Entry = { at: number; text: string; visit: string };

export function writeBrowserCalls(visits: readonly Visit[]): WrittenFile {
  const entries = visits.flatMap((visit) =>
    [...pixelLines(visit.pixel), ...visit.scripts.map(scriptLine)].map((line) => ({ ...line, visit: visit.id })),
  );
  return write('browser.ndjson', entries);
}

export function writeServerLogs(visits: readonly Visit[]): WrittenFile[] {
  const files = new Map<string, Entry[]>();
  for (const visit of visits) {
    const entries = visit.capi.map((send, at) => ({
      at: send.sentAt,
      text: visit.log.style.write(send, `${visit.id}-${at + 1}-${send.sentAt}`),
      visit: visit.id,
    }));
    files.set(visit.log.file, [...(files.get(visit.log.file) ?? []), ...entries]);
  }
  return [...files].filter(([, entries]) => entries.length > 0).map(([name, entries]) => write(name, entries));
}

/** In the order of time, as logs grow. */
function write(name: string, entries: Entry[]): WrittenFile {
  const visitOfLine = new Map<number, string>();
  const lines: string[] = [];
  for (const { text, visit } of [...entries].sort((a, b) => a.at - b.at)) {
    for (const line of text.split('\n')) {
      lines.push(line);
      visitOfLine.set(lines.length, visit);
    }
  }
  return { name, text: `${lines.join('\n')}\n`, visitOfLine };
}
