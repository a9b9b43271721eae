/** Tells by its content what a file is, so that any file can be opened the same way. */
import { open, stat } from 'node:fs/promises';
import { Refusal } from '../../../shared/api/errors.ts';
import { parseJson } from '../../../shared/model/json.ts';
import { looksLikeOrders } from '../../../shared/orders/looks-like-orders.ts';
import { orderTableOf } from '../intake/order-text.ts';
import { isBrowserCallLine } from './browser-ndjson.ts';
import { headText, isCoded } from './recording-text.ts';

export type FileKind = 'session' | 'har' | 'browser-ndjson' | 'orders' | 'log';

const headBytes = 256 * 1024;
/** A text this long may be the start of a longer one. */
const maxWholeChars = 100 * 1024;
const sqliteMagic = 'SQLite format 3\0';

/** `areOrdersNamed`: somebody said what the columns of the orders are called; then a table without events holds orders. */
type Told = { areOrdersNamed: boolean };

/** Refuses with `unreadable-file` what is not there, not a file, empty or not to be read. */
export async function recognizeFile(path: string, told?: Told): Promise<FileKind> {
  return recognizeBytes(await readHead(path), path, told);
}

function isSession(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, sqliteMagic.length)).toString('latin1') === sqliteMagic;
}

/** The same for content that has no path. */
export function recognizeBytes(bytes: Uint8Array, name: string, told?: Told): FileKind {
  if (bytes.length === 0) throw new Refusal('unreadable-file', `${name} is empty`);
  const head = bytes.subarray(0, headBytes);
  return isSession(head) ? 'session' : recognizeText(headText(head), told);
}

/** The same for text: a start of some hundred kilobytes is enough. */
export function recognizeText(head: string, told?: Told): Exclude<FileKind, 'session'> {
  if (isHar(head)) return 'har';
  if (isBrowserCalls(head)) return 'browser-ndjson';
  return isOrders(head, told) ? 'orders' : 'log';
}

/** Size in bytes. Refuses what `recognizeFile` refuses. */
export async function checkFile(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Refusal('unreadable-file', `${path} is a directory, not a file`);
    // A device may have no end; a pipe has one.
    if (found.isCharacterDevice() || found.isBlockDevice()) {
      throw new Refusal('unreadable-file', `${path} is a device, not a file`);
    }
    if (found.isFile() && found.size === 0) throw new Refusal('unreadable-file', `${path} is empty`);
    return found.size;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** A refusal with a reason that people know; a refusal stays as it is. */
export function unreadable(path: string, cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  if (isCoded(cause, 'ENOENT')) return new Refusal('unreadable-file', `${path} is not there`, { cause });
  if (isCoded(cause, 'EACCES') || isCoded(cause, 'EPERM')) {
    return new Refusal('unreadable-file', `${path} may not be read: permission denied`, { cause });
  }
  const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
  return new Refusal('unreadable-file', `${path} cannot be read${code}`, { cause });
}

async function readHead(path: string): Promise<Uint8Array> {
  await checkFile(path);
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(headBytes), position: 0 });
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** A log record may hold a `log` object too (Elastic's do), but not with what every HAR has in its. */
function isHar(head: string): boolean {
  const log = /^\s*\{[^{[]*"log"\s*:\s*\{([\s\S]*)/.exec(head)?.[1];
  return log !== undefined && /^\s*"(?:version|creator|browser|pages|entries|comment)"|"entries"\s*:\s*\[/.test(log);
}

/** What mentions Meta's calls is a log of them, whatever else stands in it. */
function isOrders(head: string, told: Told = { areOrdersNamed: false }): boolean {
  if (/event_name|facebook\.com\/(?:tr|v\d)/.test(head)) return false;
  const table = orderTableOf(head, { isCut: head.length > maxWholeChars })?.table ?? null;
  if (table === null) return false;
  return (told.areOrdersNamed && table.form.startsWith('CSV')) || looksLikeOrders(table);
}

/** Most of the whole lines that are JSON objects are calls; of one very long line its start decides. */
function isBrowserCalls(head: string): boolean {
  const lines = head.split('\n').slice(0, 50);
  const objects = lines.map((line) => parseJson(line)).filter((value) => typeof value === 'object' && value !== null);
  if (objects.length === 0) return /^\s*\{"at":"[^"]*","method":"[A-Z]+","url":"https?:/.test(head);
  return objects.filter(isBrowserCallLine).length * 2 > objects.length;
}
