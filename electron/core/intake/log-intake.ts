/** One log from bytes to facts: decode lines, put records together, find payloads. */
import type { InputHandle } from '../source.ts';
import { createLineDecoder } from './line-decoder.ts';
import { createLineStreams } from './line-streams.ts';
import { createLogRecords } from './log-records.ts';

export type LogIntake = {
  push(bytes: Buffer): void;
  /** Bytes of a log that was there before: only their lines are counted, a last partial line is kept. */
  skip(bytes: Buffer): void;
  /** The log is quiet for now: a block of text that holds a payload is taken for whole. */
  pause(): void;
  /** The log has ended: partial lines and blocks are taken as they are. */
  end(): void;
  problem(reason: string): void;
  waiting(): number;
  /** True where more lines would be left alone. */
  isDone(): boolean;
  /** Stores the facts so far. Rejects when they cannot be stored, and keeps them then. */
  store(): Promise<void>;
};

export type IntakeOptions = {
  handle: InputHandle;
  nextKey: () => string;
  /** Tells files of one input apart. */
  placePrefix?: string;
  /** What is counted; lines where it is not given. */
  placeWord?: 'line' | 'row';
  /** Lines behind these are left alone; all are read where it is not given. */
  maxLines?: number;
  /** Told at the end: how many lines each log tool wrapped. */
  onShapes?: (shapes: ReadonlyMap<string, number>) => void;
};

export function createLogIntake(options: IntakeOptions): LogIntake {
  const { handle, nextKey, placePrefix = '', placeWord = 'line', maxLines = Number.POSITIVE_INFINITY } = options;
  const records = createLogRecords(handle, nextKey, `${placePrefix}${placeWord} `);
  const streams = createLineStreams({ onRecord: records.take, onOther: () => handle.count(true) });
  let isSkipping = false;
  let lastLine = 0;
  const decoder = createLineDecoder({
    onLine(line) {
      lastLine = line.number;
      if (!isSkipping && lastLine <= maxLines) streams.line(line);
    },
    onTooLong(line) {
      lastLine = line;
      if (!isSkipping) records.problem(line, 'The line is longer than 256 MB and was skipped.');
    },
  });

  return {
    push: decoder.push,
    skip(bytes) {
      isSkipping = true;
      decoder.push(bytes);
      isSkipping = false;
    },
    pause: streams.pause,
    end() {
      decoder.end();
      streams.end();
      options.onShapes?.(streams.shapes());
    },
    problem: (reason) => records.problem(Math.max(1, lastLine), reason),
    waiting: records.waiting,
    isDone: () => lastLine >= maxLines,
    store: records.store,
  };
}

/** Keys of the records of one input, in order. */
export function recordKeys(handle: InputHandle): () => string {
  let count = 0;
  return () => `log-${handle.input.id}-${++count}`;
}
