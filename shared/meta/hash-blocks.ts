/** What MD5, SHA-1 and SHA-256 have in common: UTF-8 bytes, padded to blocks of sixteen 32-bit words, read as hex. */

/** UTF-8 bytes of a text. Half a surrogate pair becomes U+FFFD, as in every encoder of the platforms. */
function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const code = scalarValue(character);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    const followers = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    const lead = [0, 0xc0, 0xe0, 0xf0][followers] ?? 0;
    bytes[length++] = lead | (code >> (6 * followers));
    for (let left = followers - 1; left >= 0; left--) bytes[length++] = 0x80 | ((code >> (6 * left)) & 0x3f);
  }
  return bytes.subarray(0, length);
}

function scalarValue(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

/** The message with its padding: a one bit, zeros, and the length in bits as the last two words. */
export function paddedWords(text: string, order: 'big-endian' | 'little-endian'): Uint32Array {
  const bytes = utf8Bytes(text);
  const words = new Uint32Array(((bytes.length + 72) >> 6) << 4);
  const isBig = order === 'big-endian';
  const put = (value: number, at: number) => {
    const shift = isBig ? 24 - 8 * (at & 3) : 8 * (at & 3);
    words[at >> 2] = (words[at >> 2] ?? 0) | (value << shift);
  };
  bytes.forEach(put);
  put(0x80, bytes.length);
  const low = (bytes.length << 3) >>> 0;
  const high = Math.floor(bytes.length / 0x20000000);
  words[words.length - 2] = isBig ? high : low;
  words[words.length - 1] = isBig ? low : high;
  return words;
}

/** Words as lower-case hex digits, eight each. */
export function hexOf(words: readonly number[] | Uint32Array, order: 'big-endian' | 'little-endian'): string {
  let hex = '';
  for (const word of words) {
    const value = order === 'big-endian' ? word >>> 0 : swapped(word);
    hex += value.toString(16).padStart(8, '0');
  }
  return hex;
}

function swapped(word: number): number {
  return ((word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0;
}

export function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
