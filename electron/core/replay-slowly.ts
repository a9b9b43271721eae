/** Takes a stored session in piece by piece, so that its first rows stand at once and the window goes on answering. */
import { statSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Fact } from '../../shared/model/fact.ts';
import type { ReadWatch } from './file-reading.ts';
import type { SessionFile } from './store/session-over.ts';

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
  const facts = file.facts();
  try {
    for (let taken = 0; taken < total; taken += pieceFacts) {
      if (taken > 0) await nextTurn();
      if (watch.isStopped()) {
        onNotice('warning', `You stopped reading: ${taken} of ${total} records are shown. The file holds all of them.`);
        return;
      }
      take(piece(facts, Math.min(pieceFacts, total - taken)));
      watch.onBytes(pieceFacts * bytesAFact);
    }
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    onNotice('error', `The rest of the session cannot be read: ${what}`);
  }
}

function* piece(facts: Iterator<Fact>, count: number): Generator<Fact> {
  for (let taken = 0; taken < count; taken += 1) {
    const { value, done } = facts.next();
    if (done === true) return;
    yield value;
  }
}
