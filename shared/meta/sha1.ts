/** SHA-1 of a text (FIPS 180-4), only to recognise hashes that were made with the wrong algorithm. */
import { hexOf, paddedWords, rotateLeft } from './hash-blocks.ts';

type State = [number, number, number, number, number];

export function sha1(text: string): string {
  const words = paddedWords(text, 'big-endian');
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let at = 0; at < words.length; at += 16) state = compress(state, words.subarray(at, at + 16));
  return hexOf(state, 'big-endian');
}

function compress(state: State, block: Uint32Array): State {
  const schedule = Array.from(block);
  for (let at = 16; at < 80; at++) {
    const mixed = [3, 8, 14, 16].reduce((bits, back) => bits ^ (schedule[at - back] ?? 0), 0);
    schedule.push(rotateLeft(mixed, 1));
  }
  let [a, b, c, d, e] = state;
  schedule.forEach((word, round) => {
    const next = (rotateLeft(a, 5) + mix(round, [b, c, d]) + e + word) | 0;
    [e, d, c, b, a] = [d, c, rotateLeft(b, 30), a, next];
  });
  const added = [a, b, c, d, e];
  return state.map((word, at) => (word + (added[at] ?? 0)) | 0) as State;
}

function mix(round: number, [b, c, d]: [number, number, number]): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
