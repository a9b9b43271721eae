/** Reads JSON inside parameters without losing digits and without trusting its depth. */
import { type Json, parseJson } from '../model/json.ts';

/** Deeper values are hostile: every recursive reader behind this one would run out of stack. */
const maxDepth = 100;

const stringOrBigInteger = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|(?<![\w.+-])-?\d{16,}(?![\w.])/g;

/**
 * A JSON list or object where the text is one, else the text itself. Integers of 16 digits and more become text: as
 * numbers they could turn into another id.
 */
export function readJsonText(text: string): Json {
  if (!/^\s*[[{]/.test(text) || (text.length > maxDepth && isTooDeep(text))) return text;
  const exact = /\d{16}/.test(text) ? text.replace(stringOrBigInteger, quoteInteger) : text;
  return parseJson(exact) ?? text;
}

function quoteInteger(token: string): string {
  return token.startsWith('"') ? token : `"${token}"`;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[[{\]}]/g)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > maxDepth) return true;
  }
  return false;
}
