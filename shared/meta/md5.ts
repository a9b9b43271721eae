/** MD5 of a text (RFC 1321), only to recognise hashes that were made with the wrong algorithm. */
import { hexOf, paddedWords, rotateLeft } from './hash-blocks.ts';

type State = [number, number, number, number];

const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
const sines = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 0x100000000) | 0);

export function md5(text: string): string {
  const words = paddedWords(text, 'little-endian');
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < words.length; at += 16) state = compress(state, words.subarray(at, at + 16));
  return hexOf(state, 'little-endian');
}

function compress(state: State, block: Uint32Array): State {
  let [a, b, c, d] = state;
  sines.forEach((sine, round) => {
    const { bits, word } = mix(round, [b, c, d]);
    const sum = (a + bits + sine + (block[word] ?? 0)) | 0;
    const next = (b + rotateLeft(sum, shifts[round >> 4]?.[round & 3] ?? 0)) | 0;
    [a, d, c, b] = [d, c, b, next];
  });
  const added = [a, b, c, d];
  return state.map((word, at) => (word + (added[at] ?? 0)) | 0) as State;
}

function mix(round: number, [b, c, d]: [number, number, number]): { bits: number; word: number } {
  if (round < 16) return { bits: (b & c) | (~b & d), word: round };
  if (round < 32) return { bits: (b & d) | (c & ~d), word: (5 * round + 1) & 15 };
  if (round < 48) return { bits: b ^ c ^ d, word: (3 * round + 5) & 15 };
  return { bits: c ^ (b | ~d), word: (7 * round) & 15 };
}
