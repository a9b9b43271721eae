/** Decodes percent escapes piece by piece, so that one broken escape does not cost the rest of the text. */

/** One UTF-8 character as escapes: a single byte, or a lead byte with its followers. */
const escapes = /%[0-7][0-9a-f]|%[c-f][0-9a-f](?:%[89ab][0-9a-f]){1,3}/gi;

/** `isBroken`: some `%` is not part of a valid UTF-8 escape; it is kept as written. Never throws. */
export function decodePercent(text: string): { text: string; isBroken: boolean } {
  if (!text.includes('%')) return { text, isBroken: false };
  const whole = decodeOrNull(text);
  if (whole !== null) return { text: whole, isBroken: false };
  return { text: text.replace(escapes, (piece) => decodeOrNull(piece) ?? piece), isBroken: true };
}

/** Reads bytes that are kept one character each as UTF-8 where they are; the others stay as they are. */
export function utf8OfLatin1(text: string): string {
  return text.replace(/[\xc2-\xf4][\x80-\xbf]{1,3}/g, (run) => {
    const bytes = Array.from(run, (byte) => `%${byte.charCodeAt(0).toString(16)}`);
    return decodeOrNull(bytes.join('')) ?? run;
  });
}

function decodeOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
