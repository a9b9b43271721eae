/** Text from sites made fit for XML and HTML: escaped, and with nothing in it that hides or turns around what is read. */

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control characters without a place in XML, halves of a pair that stand alone, non-characters. */
const unfit = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu;

/** Marks that change the direction of what follows, or cannot be seen. */
const hiding = /[\u061C\u200B-\u200F\u2028\u2029\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** For text and attribute values of either language. */
export function xmlText(text: string): string {
  return text
    .replace(unfit, '\uFFFD')
    .replace(hiding, (mark) => `[U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/[&<>"']/g, (character) => named[character] ?? character);
}
