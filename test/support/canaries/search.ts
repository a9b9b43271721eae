/** Looks for values in files as a person with a hex editor would: in every encoding, and inside what is packed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, inflateRawSync, inflateSync } from 'node:zlib';

/** Names of the values that the bytes hold, with the encoding in which each was found: `loginPassword (base64)`. */
export function found(bytes: Buffer, values: Readonly<Record<string, string>>): string[] {
  const layers = [bytes, ...packedIn(bytes)];
  return Object.entries(values).flatMap(([name, value]) =>
    Object.entries(encodings(value)).flatMap(([encoding, needles]) =>
      needles.some((needle) => layers.some((layer) => layer.includes(needle))) ? [`${name} (${encoding})`] : [],
    ),
  );
}

/** The same for every file of a folder and what is below it: `path: name (encoding)`. */
export function foundIn(folder: string, values: Readonly<Record<string, string>>, isLeftOut = (_: string) => false) {
  return filesIn(folder)
    .filter((path) => !isLeftOut(path))
    .flatMap((path) => found(readFileSync(join(folder, path)), values).map((what) => `${path}: ${what}`));
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

function encodings(value: string): Record<string, Buffer[]> {
  const percent = encodeURIComponent(value);
  const everyByte = [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const texts = {
    plain: [value],
    percent: [percent, percent.replaceAll('%20', '+'), everyByte, everyByte.toUpperCase()],
    'percent twice': [encodeURIComponent(percent)],
    json: [JSON.stringify(value).slice(1, -1), value.replace(/[^\w ]/g, unicodeEscape)],
    hex: [Buffer.from(value).toString('hex'), Buffer.from(value).toString('hex').toUpperCase()],
    base64: base64Forms(value),
  };
  const asBytes = Object.entries(texts).map(([name, forms]) => [name, forms.map((form) => Buffer.from(form))]);
  const wide = Buffer.from(value, 'utf16le');
  return { ...Object.fromEntries(asBytes), 'UTF-16': [wide, Buffer.from(wide).swap16()] };
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** In whichever place of three it begins, without the ends that its neighbours share. */
function base64Forms(value: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]).toString('base64');
    const own = text.slice(before === 0 ? 0 : 4, -4);
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

const toItsEnd = { finishFlush: constants.Z_SYNC_FLUSH };
/** Ten bytes of gzip's head; unlike `gunzip`, this does not mind what follows the packed bytes. */
const magics: [Buffer, (bytes: Buffer) => Buffer][] = [
  [Buffer.from([0x1f, 0x8b, 0x08, 0x00]), (bytes) => inflateRawSync(bytes.subarray(10), toItsEnd)],
  ...[0x01, 0x5e, 0x9c, 0xda].map((level): [Buffer, (bytes: Buffer) => Buffer] => [
    Buffer.from([0x78, level]),
    (bytes) => inflateSync(bytes, toItsEnd),
  ]),
];

function packedIn(bytes: Buffer): Buffer[] {
  const texts = [bytes, latin1Of(bytes)];
  return texts.flatMap((text) => magics.flatMap(([magic, unpack]) => unpackedAt(text, magic, unpack)));
}

/** SQLite keeps packed bytes as text: each above 127 in two. */
function latin1Of(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('utf8'), 'latin1');
}

function unpackedAt(bytes: Buffer, magic: Buffer, unpack: (bytes: Buffer) => Buffer): Buffer[] {
  const layers: Buffer[] = [];
  for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
    try {
      layers.push(unpack(bytes.subarray(at, at + 2 ** 20)));
    } catch {
      // Two bytes that only look like the beginning of something packed.
    }
  }
  return layers;
}
