/** Reads the orders that a shop exports: packed or not, in whichever encoding, as CSV, JSON or NDJSON. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../../../shared/api/errors.ts';
import type { Fact, InputId } from '../../../shared/model/fact.ts';
import { type OrderReading, type OrderSettings, readOrderTable } from '../../../shared/orders/read-order-table.ts';
import { checkFile, unreadable } from '../capture/recognize-file.ts';
import { maxRecordingBytes, tooLarge, unpackedBytes } from '../capture/recording-text.ts';
import { type ReadWatch, stoppedReason, unwatched } from '../file-reading.ts';
import type { OpenInput } from '../source.ts';
import { inSlices } from '../yielding.ts';
import { orderTableOf } from './order-text.ts';

/** Orders are many and small. */
const batchFacts = 5000;

/** Refuses with `unreadable-file` and the reason what holds no orders; then no input was opened. */
/** `settings`: what a person says of the file. */
export type OrderReadingOptions = { settings?: OrderSettings; watch?: ReadWatch };

export async function readOrdersFile(
  path: string,
  openInput: OpenInput,
  options: OrderReadingOptions = {},
): Promise<void> {
  if ((await checkFile(path)) > maxRecordingBytes) throw tooLarge(path);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  await readOrders({ bytes, name: path }, openInput, options);
}

type Content = { bytes: Uint8Array; name: string };

/** The same for content that is in memory already. */
export async function readOrders({ bytes, name }: Content, openInput: OpenInput, options: OrderReadingOptions = {}) {
  const { settings = {}, watch = unwatched } = options;
  const text = decodeOrders(await unpackedBytes(bytes, name));
  const found = orderTableOf(text);
  if (found === null) throw noOrders(name, 'it is neither CSV with a header, nor JSON, nor NDJSON.');
  const reading = readOrderTable(found.table, settings);
  if (typeof reading === 'string') throw noOrders(name, reading);
  const problems = [...found.problems, ...reading.problems];
  if (reading.orders.length === 0) throw noOrders(name, `none of its rows is one: ${problems[0]?.reason ?? ''}`);
  const handle = openInput('orders', basename(name));
  for (const _row of found.table.rows.slice(reading.problems.length)) handle.count(true);
  for (const _row of problems) handle.count(false);
  const facts = factsOf({ ...reading, problems }, handle.input.id);
  const isWhole = await inSlices(batchesOf(facts), watch, (batch) => {
    watch.onBytes((bytes.length * batch.length) / facts.length);
    return handle.sink.add(batch);
  });
  if (isWhole) return;
  const stopped: Fact = { kind: 'problem', input: handle.input.id, place: 'file', reason: stoppedReason };
  await handle.sink.add([stopped]);
}

function* batchesOf(facts: readonly Fact[]): Generator<Fact[]> {
  for (let from = 0; from < facts.length; from += batchFacts) yield facts.slice(from, from + batchFacts);
}

function noOrders(name: string, why: string): Refusal {
  return new Refusal('unreadable-file', `${name} holds no orders that can be read: ${why}`);
}

function factsOf({ orders, problems, account }: OrderReading, input: InputId): Fact[] {
  return [
    ...account.map((text): Fact => ({ kind: 'reading', input, place: 'file', text })),
    ...orders.map(({ order, place }): Fact => ({ kind: 'order', input, place, ...order })),
    ...problems.map(({ place, reason }): Fact => ({ kind: 'problem', input, place, reason })),
  ];
}

/** What is no UTF-8 was written by a spreadsheet in Western Europe. */
function decodeOrders(bytes: Uint8Array): string {
  const encoding = utf16Of(bytes);
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== undefined) ? 'utf-16be' : null;
}
