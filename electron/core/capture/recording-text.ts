/** Turns the bytes of a file into text: unpacked where they are gzip, in whichever Unicode form they are. */
import { promisify } from 'node:util';
import { constants, gunzip, gunzipSync } from 'node:zlib';
import { Refusal } from '../../../shared/api/errors.ts';

/** Above it a recording does not fit into one JavaScript string. */
export const maxRecordingBytes = 500 * 1024 * 1024;

/** Of packed bytes a start is enough, and a thousandfold at most when unpacked. */
const packedHeadBytes = 16 * 1024;

const unpack = promisify(gunzip);

/** Refuses what is too large or whose gzip is damaged; anything else is text. */
export async function recordingText(bytes: Uint8Array, name: string): Promise<string> {
  return decodeText(await unpackedBytes(bytes, name));
}

/** The bytes themselves, out of gzip where they are in it. Refuses what is too large or damaged. */
export async function unpackedBytes(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const plain = isGzip(bytes) ? await unpackWhole(bytes, name) : bytes;
  if (plain.length > maxRecordingBytes) throw tooLarge(name);
  return plain;
}

/** The text of a file's start, of which the last characters may be missing; damaged gzip gives what it holds. */
export function headText(head: Uint8Array): string {
  if (!isGzip(head)) return decodeText(head);
  try {
    return decodeText(gunzipSync(head.subarray(0, packedHeadBytes), { finishFlush: constants.Z_SYNC_FLUSH }));
  } catch {
    return '';
  }
}

export function tooLarge(name: string): Refusal {
  return new Refusal('unreadable-file', `${name} is larger than 500 MB: record fewer pages, or filter before saving`);
}

/** By its magic bytes, whatever the file's name says. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function unpackWhole(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  try {
    return await unpack(bytes, { maxOutputLength: maxRecordingBytes + 1 });
  } catch (cause) {
    if (isCoded(cause, 'ERR_BUFFER_TOO_LARGE')) throw tooLarge(name);
    throw new Refusal('unreadable-file', `${name} cannot be unpacked: its gzip data is cut or damaged`, { cause });
  }
}

/** UTF-16 is told by its byte order mark or by the zero byte beside the first ASCII character, else it is UTF-8. */
function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== undefined && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** True for an error of Node's with that code. */
export function isCoded(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
