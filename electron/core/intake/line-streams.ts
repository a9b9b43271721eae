/** Takes lines out of what log tools wrap around them and puts each process's lines together by themselves. */
import { unwrapJson } from './json-wrapper.ts';
import type { Line } from './line-decoder.ts';
import { createRecordSplitter, type RecordHandlers, type RecordSplitter } from './record-splitter.ts';
import { type Unwrapped, unwrapText } from './text-wrapper.ts';

export type LineStreams = RecordSplitter & {
  /** How many lines each tool wrapped. */
  shapes(): ReadonlyMap<string, number>;
};

type Stream = { splitter: RecordSplitter; parts: string[]; chars: number; first: Line | null };

/** Wrapped in one another: Docker Compose's name before Docker's time, syslog around Kubernetes, … */
const maxLayers = 4;
const maxStreams = 64;
const maxPartialChars = 16 * 2 ** 20;
/** Whether JSON lines are a tool's wrapping is seen at the first ones. */
const jsonTries = 200;
const esc = String.fromCharCode(27);
const colours = new RegExp(`${esc}\\[[0-9;]*m`, 'g');

export function createLineStreams(handlers: RecordHandlers): LineStreams {
  const streams = new Map<string, Stream>();
  const shapes = new Map<string, number>();
  const newStream = (): Stream => ({ splitter: createRecordSplitter(handlers), parts: [], chars: 0, first: null });
  /** A line without a wrapper goes on with the process that wrote the one before it. */
  let last = newStream();
  streams.set('', last);
  let triesLeft = jsonTries;

  const unwrapOnce = ({ text, charset }: Line): Unwrapped | null => {
    if (text.charCodeAt(0) !== 123) return unwrapText(text);
    if (triesLeft <= 0 || charset !== 'utf8') return null;
    const found = unwrapJson(text);
    triesLeft = found ? Number.POSITIVE_INFINITY : triesLeft - 1;
    return found;
  };

  const streamOf = (name: string): Stream => {
    const known = streams.get(name);
    if (known) return known;
    const [oldest] = streams.keys();
    if (streams.size >= maxStreams && oldest !== undefined) {
      endStream(streams.get(oldest));
      streams.delete(oldest);
    }
    const added = newStream();
    streams.set(name, added);
    return added;
  };

  const wrapped = (line: Line, found: Unwrapped, { name, layers }: Layer) => {
    shapes.set(found.shape, (shapes.get(found.shape) ?? 0) + 1);
    const stream = streamOf(name);
    last = stream;
    const inner = { ...line, text: found.text, stamp: line.stamp ?? found.stamp };
    if (found.isPartial && stream.chars < maxPartialChars) addPart(stream, inner);
    else take(withParts(stream, inner), { name, layers: layers + 1 });
  };

  const take = (line: Line, { name, layers }: Layer): void => {
    const text = line.text.includes(esc) ? line.text.replace(colours, '') : line.text;
    const plain = text === line.text ? line : { ...line, text };
    const found = layers < maxLayers ? unwrapOnce(plain) : null;
    if (found) wrapped(plain, found, { name: [name, found.stream].filter(Boolean).join(' '), layers });
    else for (const each of linesIn(plain)) last.splitter.line(each);
  };

  return {
    line(line) {
      // Most logs are JSON as it is, and long.
      if (triesLeft <= 0 && line.text.charCodeAt(0) === 123) last.splitter.line(line);
      else take(line, outermost);
    },
    pause: () => {
      for (const { splitter } of streams.values()) splitter.pause();
    },
    end: () => {
      for (const stream of streams.values()) endStream(stream);
    },
    shapes: () => shapes,
  };
}

/** The process as far as the wrappers taken off so far tell it, and how many they were. */
type Layer = { name: string; layers: number };
const outermost: Layer = { name: '', layers: 0 };

function addPart(stream: Stream, line: Line): void {
  stream.first ??= line;
  stream.parts.push(line.text);
  stream.chars += line.text.length;
}

/** The whole line, where it came in parts. */
function withParts(stream: Stream, line: Line): Line {
  const { first, parts } = stream;
  if (first === null) return line;
  stream.first = null;
  stream.parts = [];
  stream.chars = 0;
  return { ...first, text: parts.join('') + line.text };
}

function endStream(stream: Stream | undefined): void {
  if (stream === undefined) return;
  if (stream.first !== null) stream.splitter.line(withParts(stream, { ...stream.first, text: '' }));
  stream.splitter.end();
}

/** A message may hold line ends of its own: they all stand on the line that holds it. */
function linesIn(line: Line): Line[] {
  if (!line.text.includes('\n')) return [line];
  return line.text.split('\n').map((text) => ({ ...line, text }));
}
