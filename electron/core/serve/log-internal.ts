/** Writes a failure of ours to standard error without anything that was captured. */

/**
 * Kind of error and place in the code only: the message of an Error (JSON.parse's, SQLite's) may quote a body,
 * a header or a token.
 */
export function internalLogText(error: unknown, where: string): string {
  if (!(error instanceof Error)) return `twinlane: ${where} failed with a thrown ${typeof error}`;
  const places = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return [`twinlane: ${where} failed with ${error.name}`, ...places.slice(0, 12)].join('\n');
}

export function logInternal(error: unknown, where: string): void {
  process.stderr.write(`${internalLogText(error, where)}\n`);
}
