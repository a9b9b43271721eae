/** Progress on standard error: one line that is written over, and only where a person watches. */

/** An empty text clears the line. */
export function progress(quiet: boolean): (text: string) => void {
  if (quiet || !process.stderr.isTTY) return () => undefined;
  return (text) => void process.stderr.write(`\r\x1b[2K${text}`);
}

/** What a person reads while a recording runs or when it ends. */
export function say(quiet: boolean): (text: string) => void {
  return quiet ? () => undefined : (text) => void process.stderr.write(`${text}\n`);
}
