/** A record of a log while its lines come in: what they hold so far, and how deep the JSON or print_r in it is open. */
import { mayHoldAnswer } from '../../../shared/meta/find-answers.ts';
import type { BodyCharset } from '../../../shared/model/fact.ts';
import type { Line } from './line-decoder.ts';

/** Lines before a payload that still belong to it: WooCommerce writes address and headers first. */
const maxContextLines = 32;
const maxContextChars = 64 * 1024;
const address = /\/\d{4,20}\/events\b/;

export type Block = {
  isJson: boolean;
  /** What is open is PHP's print_r, not JSON. */
  isPrinted: boolean;
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

export function newBlock(first: number, isJson: boolean): Block {
  return {
    isJson,
    isPrinted: false,
    lines: [],
    chars: 0,
    first,
    payload: null,
    mayHold: false,
    opened: first,
    depth: 0,
  };
}

export function addLine(block: Block, line: Line): void {
  const { text, number } = line;
  if (block.depth <= 0) open(block, line);
  else deepen(block, text);
  block.lines.push(line);
  block.chars += text.length + 1;
  if (!block.mayHold && mayHold(text)) {
    block.mayHold = true;
    block.payload = block.depth > 0 ? block.opened : number;
  }
  if (!block.mayHold && block.depth === 0) dropOldest(block);
}

function open(block: Block, { text, number }: Line): void {
  block.isPrinted = opensPrinted(block, text);
  if (!block.isPrinted && !block.isJson && !'{[,'.includes(lastCharacter(text))) return;
  block.opened = (block.isPrinted ? block.lines.at(-1)?.number : null) ?? number;
  deepen(block, text);
}

function deepen(block: Block, text: string): void {
  block.depth = Math.max(0, block.depth + (block.isPrinted ? printedChange(text) : depthChange(text)));
}

/** Text without a payload is kept only as far as it may be the head of one. */
function dropOldest(block: Block): void {
  while (block.lines.length > 1 && (block.lines.length > maxContextLines || block.chars > maxContextChars)) {
    block.chars -= (block.lines.shift()?.text.length ?? 0) + 1;
  }
}

/** With its payload a block is done, but for lines that a shell or an indent makes part of it. */
export function isDone({ isJson, mayHold: hasPayload, lines }: Block, next: string): boolean {
  if (isJson) return true;
  const isContinued = lines.at(-1)?.text.endsWith('\\') || /^\s/.test(next);
  return hasPayload && (!isContinued || mayHold(next));
}

/** Text that named the address, without a payload so far: the JSON on the next line is what was sent there. */
export function isAnnounced(block: Block): boolean {
  return !block.isJson && !block.mayHold && block.lines.some(({ text }) => address.test(text));
}

/** JSON that is whole is a record; what print_r wrote is one if it is a payload, else the head of one. */
export function isClosedNow({ depth, isJson, isPrinted, mayHold: hasPayload }: Block): boolean {
  return depth <= 0 && (isJson || (isPrinted && hasPayload));
}

/** The first record in `aws logs filter-log-events` or `get-log-events`: each is one of its own, as in a list. */
export function isExport({ lines, isJson }: Block, next: string): boolean {
  if (!isJson || lines.length !== 3 || !/^\s*"(?:logStreamName|timestamp|ingestionTime)":/.test(next)) return false;
  return /^\{ "events": \[ \{$/.test(lines.map(({ text }) => text.trim()).join(' '));
}

export function ofElement({ lines }: Block): Block {
  const opener = lines.slice(-1);
  return { ...newBlock(opener[0]?.number ?? 0, true), lines: opener, depth: 1 };
}

/** PHP's print_r: `Array` or `Some\\Class Object`, then a parenthesis on a line of its own. */
function opensPrinted({ lines }: Block, text: string): boolean {
  return text.trim() === '(' && /(?:Array|Object)\s*$/.test(lines.at(-1)?.text ?? '');
}

function printedChange(text: string): number {
  const only = text.trim();
  return only === '(' ? 1 : only === ')' ? -1 : 0;
}

/** Brackets opened minus brackets closed on a line, outside of JSON strings. */
export function depthChange(text: string): number {
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

export function lastCharacter(text: string): string {
  let index = text.length - 1;
  while (index > 0 && text.charCodeAt(index) <= 32) index--;
  return text.charAt(index);
}

export function mayHold(text: string): boolean {
  return text.includes('event_name') || mayHoldAnswer(text);
}

/** One text of all lines; where one of them is latin1 the others become bytes as well, so that nothing is lost. */
export function joined(lines: Line[]): { text: string; charset: BodyCharset } {
  if (lines.every(({ charset }) => charset === 'utf8')) {
    return { text: lines.map(({ text }) => text).join('\n'), charset: 'utf8' };
  }
  const bytes = lines.map(({ text, charset }) => Buffer.from(text, charset));
  return { text: bytes.map((line) => line.toString('latin1')).join('\n'), charset: 'latin1' };
}
