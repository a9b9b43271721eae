/** Puts the lines of a log together into records: one-line JSON, JSON over many lines, blocks of text. */
import { mayHoldAnswer } from '../../../shared/meta/find-answers.ts';
import type { BodyCharset } from '../../../shared/model/fact.ts';
import type { Line } from './line-decoder.ts';

export type LogRecord = {
  text: string;
  charset: BodyCharset;
  /** Where its payload starts, counted from 1. */
  line: number;
  /** The log went on, or ended, in the middle of its JSON. */
  isCut: boolean;
};

export type RecordSplitter = {
  line(line: Line): void;
  /** Gives out a record that is whole as far as can be seen: called when a growing log is quiet. */
  pause(): void;
  end(): void;
};

type Handlers = {
  /** A record that may hold a payload or an answer. */
  onRecord(record: LogRecord): void;
  /** Any other record. */
  onOther(): void;
};

/** Lines before a payload that still belong to it: WooCommerce writes address and headers first. */
const maxContextLines = 32;
const maxContextChars = 64 * 1024;
const maxRecordChars = 128 * 2 ** 20;

/** A line that begins a new record of text: a date, a level, an SDK's debug output, a command. */
const startOfRecord =
  /^(?:[[(]?\d{4}-\d\d-\d\d[T ]|\d{3} (?:POST|GET|DELETE) |Response: |curl |[A-Z][a-z]{2} [ \d]\d \d\d:\d\d|[[(<]?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)\b)/;

const address = /\/\d{4,20}\/events\b/;
const startOfList = /^\s*\[(?=\s*$|\s*[{["])/;
const onlyClosing = /^[\s\]},]*$/;

type Block = {
  isJson: boolean;
  lines: Line[];
  chars: number;
  first: number;
  /** Line on which its payload starts. */
  payload: number | null;
  mayHold: boolean;
  /** Line on which the JSON that is still open began, and how deep it is. */
  opened: number;
  depth: number;
};

/**
 * A JSON value that begins a line is a record of its own; a list over many lines is a record for each element. All
 * other lines belong to the block of text that a date or the like began, which ends with the next one.
 */
export function createRecordSplitter({ onRecord, onOther }: Handlers): RecordSplitter {
  let block: Block | null = null;

  const flush = () => {
    if (block === null) return;
    const { lines, payload, first, depth, isJson, mayHold } = block;
    block = null;
    if (!mayHold) return onOther();
    onRecord({ ...joined(lines), line: isJson ? first : (payload ?? first), isCut: depth > 0 });
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
    if (mayHold(line.text)) onRecord({ text: line.text, charset: line.charset, line: line.number, isCut: false });
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
    add(line, block.isJson);
    if (block?.isJson && block.depth <= 0) flush();
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

function newBlock(first: number, isJson: boolean): Block {
  return {
    isJson,
    lines: [],
    chars: 0,
    first,
    payload: null,
    mayHold: false,
    opened: first,
    depth: 0,
  };
}

function addLine(block: Block, line: Line): void {
  const { text, number } = line;
  const isOpening = block.depth <= 0 && (block.isJson || '{[,'.includes(lastCharacter(text)));
  if (block.depth > 0 || isOpening) {
    if (isOpening) block.opened = number;
    block.depth = Math.max(0, block.depth + depthChange(text));
  }
  block.lines.push(line);
  block.chars += text.length + 1;
  if (!block.mayHold && mayHold(text)) {
    block.mayHold = true;
    block.payload = block.depth > 0 ? block.opened : number;
  }
  if (!block.mayHold && block.depth === 0) dropOldest(block);
}

/** Text without a payload is kept only as far as it may be the head of one. */
function dropOldest(block: Block): void {
  while (block.lines.length > 1 && (block.lines.length > maxContextLines || block.chars > maxContextChars)) {
    block.chars -= (block.lines.shift()?.text.length ?? 0) + 1;
  }
}

/** The first character that is no white space; empty where there is none. */
function firstCharacter(text: string): string {
  let index = 0;
  while (index < text.length && text.charCodeAt(index) <= 32) index++;
  return text.charAt(index);
}

function lastCharacter(text: string): string {
  let index = text.length - 1;
  while (index > 0 && text.charCodeAt(index) <= 32) index--;
  return text.charAt(index);
}

function mayHold(text: string): boolean {
  return text.includes('event_name') || mayHoldAnswer(text);
}

/** With its payload a block is done, but for lines that a shell or an indent makes part of it. */
function isDone({ isJson, mayHold: hasPayload, lines }: Block, next: string): boolean {
  if (isJson) return true;
  const isContinued = lines.at(-1)?.text.endsWith('\\') || /^\s/.test(next);
  return hasPayload && (!isContinued || mayHold(next));
}

/** Text that named the address, without a payload so far: the JSON on the next line is what was sent there. */
function isAnnounced(block: Block): boolean {
  return !block.isJson && !block.mayHold && block.lines.some(({ text }) => address.test(text));
}

function isClosed(text: string): boolean {
  return '}]'.includes(lastCharacter(text)) || depthChange(text) <= 0;
}

/** A line that cannot stand inside the JSON that is open: a new record has begun. */
function breaksOff(text: string): boolean {
  return text.startsWith('{') || startOfRecord.test(text);
}

/** Brackets opened minus brackets closed on a line, outside of JSON strings. */
function depthChange(text: string): number {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 34) isInString = !isInString;
    else if (isInString && code === 92) index++;
    else if (!isInString && (code === 123 || code === 91)) depth++;
    else if (!isInString && (code === 125 || code === 93)) depth--;
  }
  return depth;
}

/** One text of all lines; where one of them is latin1 the others become bytes as well, so that nothing is lost. */
function joined(lines: Line[]): { text: string; charset: BodyCharset } {
  if (lines.every(({ charset }) => charset === 'utf8')) {
    return { text: lines.map(({ text }) => text).join('\n'), charset: 'utf8' };
  }
  const bytes = lines.map(({ text, charset }) => Buffer.from(text, charset));
  return { text: bytes.map((line) => line.toString('latin1')).join('\n'), charset: 'latin1' };
}
