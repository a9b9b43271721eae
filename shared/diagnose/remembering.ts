/** Remembers what was found out about texts that come again and again: names, addresses. */

/**
 * `work` done once for each text. After `most` texts it starts afresh, so that a stream of odd ones fills no memory and
 * what comes again later is remembered again.
 */
export function remembering<T>(most: number, work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const made = work(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
