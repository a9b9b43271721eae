/** Makes the `fbtrace_id` of an answer that is given in Graph's place. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Looks like Graph's: `A` and 22 characters; from FNV-1a hashes, so that the same text has the same one. */
export function traceIdOf(text: string): string {
  let id = 'A';
  for (let state = fnv(text, 0x811c9dc5), left = 22; left > 0; left--) {
    id += alphabet.charAt(state & 63);
    state = fnv(id, state);
  }
  return id;
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
