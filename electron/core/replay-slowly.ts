/** Takes a stored session in piece by piece, so that its first rows stand at once and the window goes on answering. */
import { statSync } from 'node:fs';
import type { Fact } from '../../shared/model/fact.ts';
import type { ReadWatch } from './file-reading.ts';
import type { SessionFile } from './store/session-over.ts';
import { inSlices } from './yielding.ts';

/** Taken in within a few tenths of a second on a slow machine. */
const pieceFacts = 2_000;

type Replay = {
  watch: ReadWatch;
  take(facts: Iterable<Fact>): void;
  onNotice(level: 'warning' | 'error', text: string): void;
};

/** The first piece is in when this returns. What is appended meanwhile is not taken twice. Never rejects. */
export async function replaySlowly(file: SessionFile, { watch, take, onNotice }: Replay): Promise<void> {
  const total = file.count();
  const bytesAFact = total === 0 ? 0 : statSync(file.path).size / total;
  let taken = 0;
  try {
    await inSlices(pieces(file.facts(), total), watch, ({ facts, count }) => {
      take(facts);
      taken += count;
      watch.onBytes(count * bytesAFact);
      return undefined;
    });
    if (taken === total) return;
    onNotice('warning', `You stopped reading: ${taken} of ${total} records are shown. The file holds all of them.`);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    onNotice('error', `The rest of the session cannot be read: ${what}`);
  }
}

/** Each is to be taken whole before the next is asked for. */
function* pieces(facts: Iterator<Fact>, total: number): Generator<{ facts: Iterable<Fact>; count: number }> {
  for (let before = 0; before < total; before += pieceFacts) {
    const count = Math.min(pieceFacts, total - before);
    yield { facts: piece(facts, count), count };
  }
}

function* piece(facts: Iterator<Fact>, count: number): Generator<Fact> {
  for (let taken = 0; taken < count; taken += 1) {
    const { value, done } = facts.next();
    if (done === true) return;
    yield value;
  }
}
