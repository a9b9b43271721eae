/** The lines of a log around the one that an event came from, read again from the file while it is there. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { redactText } from '../../shared/meta/redact.ts';

export type SourceLine = { number: number; text: string; isTheOne: boolean };

const around = 3;
/** Characters of a line that are shown: neighbours may be whole payloads. */
const longest = 2_000;
/** A line further into the file than this is not looked for: a click must not read for minutes. */
const farthestBytes = 512 * 1024 * 1024;

/** Counted from 1. Secrets are cut out as they are at intake. Null where the file is gone, shorter, or packed. */
export async function linesAround(path: string, number: number): Promise<SourceLine[] | null> {
  const bytes = createReadStream(path, { end: farthestBytes });
  const lines: SourceLine[] = [];
  try {
    let at = 0;
    for await (const text of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
      at += 1;
      if (at < number - around) continue;
      if (at > number + around) break;
      lines.push({ number: at, text: shown(text), isTheOne: at === number });
    }
  } catch {
    return null;
  } finally {
    bytes.destroy();
  }
  const isThere = lines.some(({ isTheOne }) => isTheOne) && lines.every(({ text }) => !text.includes('\u0000'));
  return isThere ? lines : null;
}

function shown(text: string): string {
  const safe = redactText(text);
  return safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
}
