/** SHA-256 of a text (FIPS 180-4), as Meta asks for customer information: 64 lower-case hex digits. */
import { hexOf, paddedWords } from './hash-blocks.ts';

/** The first 32 bits of the fractional part of a root of a prime. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x100000000) >>> 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

const constants = Uint32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)));
const initial = Uint32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)));
const schedule = new Uint32Array(64);

export function sha256(text: string): string {
  const words = paddedWords(text, 'big-endian');
  const state = initial.slice();
  for (let at = 0; at < words.length; at += 16) compress(state, words.subarray(at, at + 16));
  return hexOf(state, 'big-endian');
}

/** One block. The eight variables of the standard are single ones here, not a list: this loop is the whole cost. */
function compress(state: Uint32Array, block: Uint32Array): void {
  extend(block);
  let a = word(state, 0);
  let b = word(state, 1);
  let c = word(state, 2);
  let d = word(state, 3);
  let e = word(state, 4);
  let f = word(state, 5);
  let g = word(state, 6);
  let h = word(state, 7);
  for (let round = 0; round < 64; round++) {
    const sigma1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sigma1 + ((e & f) ^ (~e & g)) + word(constants, round) + word(schedule, round)) | 0;
    const sigma0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (sigma0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const mixed = [a, b, c, d, e, f, g, h];
  for (let at = 0; at < 8; at++) state[at] = word(state, at) + (mixed[at] ?? 0);
}

/** Sixteen words of the message become the sixty-four of its rounds. */
function extend(block: Uint32Array): void {
  schedule.set(block);
  for (let at = 16; at < 64; at++) {
    const near = word(schedule, at - 15);
    const far = word(schedule, at - 2);
    const small0 = rotate(near, 7) ^ rotate(near, 18) ^ (near >>> 3);
    const small1 = rotate(far, 17) ^ rotate(far, 19) ^ (far >>> 10);
    schedule[at] = word(schedule, at - 16) + small0 + word(schedule, at - 7) + small1;
  }
}

function rotate(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits));
}

function word(words: Uint32Array, at: number): number {
  return words[at] ?? 0;
}
