/** Takes a line of an application out of the JSON that a log tool puts around each line: Docker, journald, Loki, Google. */
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../../shared/model/json.ts';
import type { Unwrapped } from './text-wrapper.ts';

type Wrapper = {
  shape: string;
  /** Keys that tell it from an application's own record. */
  keys: readonly string[];
  message: string;
  time: string;
  /** What tells one process from another. */
  stream: readonly string[];
};

const wrappers: readonly Wrapper[] = [
  { shape: 'Docker json-file', keys: ['log', 'time'], message: 'log', time: 'time', stream: ['stream'] },
  {
    shape: 'Fluent Bit',
    keys: ['log', 'stream'],
    message: 'log',
    time: '@timestamp',
    stream: ['stream', 'kubernetes'],
  },
  {
    shape: 'journald (JSON)',
    keys: ['__REALTIME_TIMESTAMP', 'MESSAGE'],
    message: 'MESSAGE',
    time: '__REALTIME_TIMESTAMP',
    stream: ['_HOSTNAME', '_SYSTEMD_UNIT', '_PID'],
  },
  {
    shape: 'Loki (logcli jsonl)',
    keys: ['labels', 'line', 'timestamp'],
    message: 'line',
    time: 'timestamp',
    stream: ['labels'],
  },
  {
    shape: 'Cloud Logging',
    keys: ['textPayload', 'timestamp'],
    message: 'textPayload',
    time: 'timestamp',
    stream: ['resource', 'labels'],
  },
];

const marks = /"(?:log|MESSAGE|line|textPayload)":/;

/** Null where the line is no such JSON. */
export function unwrapJson(text: string): Unwrapped | null {
  if (!marks.test(text)) return null;
  const record = parseJson(text);
  if (record === undefined || !isJsonObject(record)) return null;
  const wrapper = wrappers.find(({ keys }) => keys.every((key) => key in record));
  return wrapper ? unwrapped(wrapper, record) : null;
}

function unwrapped(wrapper: Wrapper, record: JsonObject): Unwrapped | null {
  const message = messageOf(record[wrapper.message]);
  if (message === null) return null;
  const stamp = record[wrapper.time];
  const stream = wrapper.stream.map((key) => streamPart(record[key])).join(' ');
  return {
    shape: wrapper.shape,
    text: message.replace(/\r?\n$/, ''),
    stamp: typeof stamp === 'string' ? stamp : null,
    stream,
    // Docker cuts long lines at 16 KB; only the last piece ends in a line end.
    isPartial: wrapper.message === 'log' && !message.endsWith('\n') && message.length >= 1000,
  };
}

/** journald gives bytes where a message is not plain UTF-8 text: colours, control characters. */
function messageOf(message: Json | undefined): string | null {
  if (typeof message === 'string') return message;
  if (!Array.isArray(message) || !message.every((byte) => typeof byte === 'number')) return null;
  return Buffer.from(message as number[]).toString('utf8');
}

function streamPart(value: Json | undefined): string {
  return value === undefined ? '' : JSON.stringify(value);
}
