/** Cuts a byte stream into lines of text: UTF-8 and UTF-16, with BOM or CR LF, and bytes that are neither, without loss. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { BodyCharset } from '../../../shared/model/fact.ts';

export type Line = {
  /** Without its line end. */
  text: string;
  charset: BodyCharset;
  /** Counted from 1. */
  number: number;
  /** The time that a log tool wrote before it, as it stands there. */
  stamp?: string | null;
};

export type LineDecoder = {
  push(chunk: Buffer): void;
  /** Gives out the last line if it has no line end. */
  end(): void;
};

/** Longer lines are skipped, as V8 holds no string of 512 MB. */
const maxLineBytes = 256 * 2 ** 20;

type Handlers = { onLine(line: Line): void; onTooLong(lineNumber: number): void };

/** The stream's encoding follows from its BOM; without one it is UTF-8, line by line with latin1 as the fallback. */
export function createLineDecoder(handlers: Handlers): LineDecoder {
  let start: Buffer | null = Buffer.alloc(0);
  let decoder: LineDecoder | null = null;

  /** The first three bytes tell the encoding. */
  const begin = (isLast: boolean) => {
    if (start === null || (start.length < 3 && !isLast)) return;
    const bytes = start;
    start = null;
    if (bytes[0] === 0xff && bytes[1] === 0xfe) decoder = utf16Decoder('utf-16le', handlers);
    else if (bytes[0] === 0xfe && bytes[1] === 0xff) decoder = utf16Decoder('utf-16be', handlers);
    else decoder = utf8Decoder(handlers);
    const hasUtf8Bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    decoder.push(hasUtf8Bom ? bytes.subarray(3) : bytes);
  };

  return {
    push(chunk) {
      if (decoder) return decoder.push(chunk);
      start = Buffer.concat([start ?? Buffer.alloc(0), chunk]);
      begin(false);
    },
    end() {
      begin(true);
      decoder?.end();
    },
  };
}

function utf8Decoder({ onLine, onTooLong }: Handlers): LineDecoder {
  let number = 0;
  let tail: Buffer[] = [];
  let tailBytes = 0;
  let isTooLong = false;

  const emit = (bytes: Buffer) => {
    // Plain ASCII is the same in latin1, which Node reads several times faster.
    if (isAscii(bytes)) number = eachLine(bytes.toString('latin1'), number, onLine);
    else if (isUtf8(bytes)) number = eachLine(bytes.toString('utf8'), number, onLine);
    else for (const line of byteLines(bytes)) emitLine(line);
  };
  const emitLine = (bytes: Buffer) => {
    const charset = isUtf8(bytes) ? 'utf8' : 'latin1';
    onLine({ text: withoutCr(bytes.toString(charset)), charset, number: ++number });
  };
  const keep = (bytes: Buffer) => {
    tailBytes += bytes.length;
    if (tailBytes > maxLineBytes) {
      isTooLong = true;
      tail = [];
    } else if (!isTooLong && bytes.length > 0) tail.push(bytes);
  };
  const takeTail = (): Buffer => {
    const bytes = tail.length === 1 ? tail[0] : Buffer.concat(tail);
    tail = [];
    tailBytes = 0;
    return bytes ?? Buffer.alloc(0);
  };
  const skipTooLong = () => {
    isTooLong = false;
    tailBytes = 0;
    onTooLong(++number);
  };

  return {
    push(chunk) {
      const last = chunk.lastIndexOf(10);
      if (last === -1) return keep(chunk);
      let from = 0;
      if (isTooLong) {
        from = chunk.indexOf(10) + 1;
        skipTooLong();
      } else if (tailBytes > 0) {
        from = chunk.indexOf(10) + 1;
        keep(chunk.subarray(0, from));
        if (isTooLong) skipTooLong();
        else emit(takeTail());
      }
      if (from <= last) emit(chunk.subarray(from, last + 1));
      keep(chunk.subarray(last + 1));
    },
    end() {
      if (isTooLong) skipTooLong();
      else if (tailBytes > 0) emitLine(takeTail());
    },
  };
}

function utf16Decoder(encoding: 'utf-16le' | 'utf-16be', { onLine, onTooLong }: Handlers): LineDecoder {
  const decoder = new TextDecoder(encoding);
  let number = 0;
  let tail = '';
  let isTooLong = false;

  const take = (text: string) => {
    const end = text.lastIndexOf('\n') + 1;
    if (end > 0) {
      const lines = isTooLong ? text.slice(text.indexOf('\n') + 1, end) : tail + text.slice(0, end);
      if (isTooLong) onTooLong(++number);
      isTooLong = false;
      tail = '';
      number = eachLine(lines, number, onLine);
    }
    tail += text.slice(end);
    isTooLong ||= tail.length > maxLineBytes / 2;
    if (isTooLong) tail = '';
  };

  return {
    push: (chunk) => take(decoder.decode(chunk, { stream: true })),
    end() {
      take(decoder.decode());
      if (isTooLong) onTooLong(++number);
      else if (tail !== '') onLine({ text: withoutCr(tail), charset: 'utf8', number: ++number });
    },
  };
}

/** Gives out lines that all end in LF; returns the number of the last one. */
function eachLine(text: string, before: number, onLine: (line: Line) => void): number {
  let number = before;
  let from = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
    const hasCr = end > from && text.charCodeAt(end - 1) === 13;
    onLine({ text: text.slice(from, hasCr ? end - 1 : end), charset: 'utf8', number: ++number });
    from = end + 1;
  }
  return number;
}

function* byteLines(bytes: Buffer): Generator<Buffer> {
  let from = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
    yield bytes.subarray(from, end);
    from = end + 1;
  }
}

function withoutCr(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
