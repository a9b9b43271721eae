/** Text from strangers, made harmless to look at: control and direction characters are shown instead of obeyed. */

/** C0 and C1 controls but for line feed and tab, soft hyphens, zero-width and direction characters, halves of pairs. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Each unseen character as `⟨U+202E⟩`; all others as they are. */
export function visibleText(text: string): string {
  return text.replace(unseen, (char) => `⟨U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

/** More of a value than anybody reads in one line. */
const longestLine = 240;

/**
 * A text from a stranger where only one line of it has room: rows, names, tips, completion. Unseen characters and ends
 * of lines are shown, what is longer than `limit` UTF-16 units is cut and ends in `…`.
 */
export function oneLine(text: string, limit = longestLine): string {
  const { shown, rest } = cutText(text, limit);
  const line = visibleText(shown).replace(/[\n\t]+/g, ' ');
  return rest > 0 ? `${line}…` : line;
}

/** The beginning of a long text, never ending in half a character; `rest`: how many characters are left out. */
export function cutText(text: string, limit: number): { shown: string; rest: number } {
  if (text.length <= limit) return { shown: text, rest: 0 };
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
  const end = isHalf ? limit - 1 : limit;
  return { shown: text.slice(0, end), rest: text.length - end };
}
