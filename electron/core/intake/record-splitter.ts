/** Puts the lines of a log together into records: one-line JSON, JSON over many lines, blocks of text. */
import type { BodyCharset } from '../../../shared/model/fact.ts';
import type { Line } from './line-decoder.ts';
import {
  addLine,
  type Block,
  depthChange,
  isAnnounced,
  isClosedNow,
  isDone,
  isExport,
  joined,
  lastCharacter,
  mayHold,
  newBlock,
  ofElement,
} from './record-block.ts';

export type LogRecord = {
  text: string;
  charset: BodyCharset;
  /** Where its payload starts, counted from 1. */
  line: number;
  /** The log went on, or ended, in the middle of its JSON. */
  isCut: boolean;
  /** The time that a log tool gave its first line, as it stands there; null where none did. */
  stamp: string | null;
};

export type RecordSplitter = {
  line(line: Line): void;
  /** Gives out a record that is whole as far as can be seen: called when a growing log is quiet. */
  pause(): void;
  end(): void;
};

export type RecordHandlers = {
  /** A record that may hold a payload or an answer. */
  onRecord(record: LogRecord): void;
  /** Any other record. */
  onOther(): void;
};

const maxRecordChars = 128 * 2 ** 20;

/** A line that begins a new record of text: a date, a level, an SDK's debug output, a command. */
const startOfRecord =
  /^(?:[[(]?\d{4}-\d\d-\d\d[T ]|\d{3} (?:POST|GET|DELETE) |Response: |curl |[A-Z][a-z]{2} [ \d]\d \d\d:\d\d|[[(<]?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)\b)/;

const startOfList = /^\s*\[(?=\s*$|\s*[{["])/;
const onlyClosing = /^[\s\]},]*$/;

/**
 * A JSON value that begins a line is a record of its own; a list over many lines is a record for each element. All
 * other lines belong to the block of text that a date or the like began, which ends with the next one.
 */
export function createRecordSplitter({ onRecord, onOther }: RecordHandlers): RecordSplitter {
  let block: Block | null = null;

  const flush = () => {
    if (block === null) return;
    const { lines, payload, first, depth, isJson, mayHold } = block;
    block = null;
    if (!mayHold) return onOther();
    onRecord({
      ...joined(lines),
      line: isJson ? first : (payload ?? first),
      isCut: depth > 0,
      stamp: lines[0]?.stamp ?? null,
    });
  };

  const add = (line: Line, isJson: boolean) => {
    block ??= newBlock(line.number, isJson);
    addLine(block, line);
    if (block.chars > maxRecordChars) flush();
  };

  const jsonLine = (line: Line) => {
    if (block !== null && isAnnounced(block)) return add(line, false);
    flush();
    if (!isClosed(line.text)) return add(line, true);
    const { text, charset, number, stamp = null } = line;
    if (mayHold(text)) onRecord({ text, charset, line: number, isCut: false, stamp });
    else onOther();
  };

  const textLine = (line: Line) => {
    if (block !== null && (startOfRecord.test(line.text) || isDone(block, line.text))) flush();
    add(line, false);
  };

  /** True where the line went into JSON that is open. */
  const continues = (line: Line): boolean => {
    if (block === null || block.depth <= 0) return false;
    if (breaksOff(line.text)) {
      flush();
      return false;
    }
    if (isExport(block, line.text)) block = ofElement(block);
    add(line, block.isJson);
    if (block !== null && isClosedNow(block)) flush();
    return true;
  };

  const take = (line: Line): void => {
    if (continues(line)) return;
    const first = firstCharacter(line.text);
    const list = first === '[' ? startOfList.exec(line.text) : null;
    if (first === '{' || (list && lastCharacter(line.text) === ']')) jsonLine(line);
    else if (list) take({ ...line, text: line.text.slice(list[0].length) });
    else if (first !== '' && !onlyClosing.test(line.text)) textLine(line);
  };

  return {
    line: take,
    pause() {
      if (block?.mayHold && block.depth <= 0) flush();
    },
    end: flush,
  };
}

/** The first character that is no white space; empty where there is none. */
function firstCharacter(text: string): string {
  let index = 0;
  while (index < text.length && text.charCodeAt(index) <= 32) index++;
  return text.charAt(index);
}

function isClosed(text: string): boolean {
  return '}]'.includes(lastCharacter(text)) || depthChange(text) <= 0;
}

/** A line that cannot stand inside the JSON that is open: a new record has begun. */
function breaksOff(text: string): boolean {
  return text.startsWith('{') || startOfRecord.test(text);
}
