/** Reads a stream that is written while the session runs: a command's output, standard input. */
import type { LogIntake } from './log-intake.ts';

/** After so long without anything new a block of text is taken for whole. */
const quietMs = 200;

/**
 * Resolves at the stream's end. Facts that cannot be stored are tried again with the next bytes; what cannot be stored
 * at the end is lost, which the sink has told the user by then.
 */
export async function readLive(stream: AsyncIterable<Buffer>, intake: LogIntake): Promise<void> {
  let quiet: NodeJS.Timeout | undefined;
  const store = () => intake.store().catch(() => undefined);
  const pause = () => {
    intake.pause();
    void store();
  };
  try {
    for await (const chunk of stream) {
      clearTimeout(quiet);
      intake.push(chunk);
      await store();
      quiet = setTimeout(pause, quietMs);
    }
  } finally {
    clearTimeout(quiet);
    intake.end();
    await store();
  }
}
