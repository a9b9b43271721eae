/** Remembers what was read of texts that come again and again: names of parameters, addresses, user agents. */

/** Longer texts seldom come twice, and would keep much in memory. */
const maxLength = 300;
const maxTexts = 1000;

/** `read`, for a result that follows from the text alone. Results are shared: nobody may change them. */
export function remembering<Result extends object | string | null>(
  read: (text: string) => Result,
): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (text.length > maxLength) return result;
    if (known.size >= maxTexts) known.clear();
    known.set(text, result);
    return result;
  };
}

/** The same text, in the one copy that all events share where many have it: user agents and pages. */
export const sharedText = remembering((text) => text);
