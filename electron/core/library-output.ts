/** What libraries print to the console is for their developers: shown with TWINLANE_DEBUG, and never on standard output. */

/** Call it once where a process begins. Nothing of ours uses the console. */
export function divertLibraryOutput(isShown = Boolean(process.env.TWINLANE_DEBUG)): void {
  const write = isShown ? console.error.bind(console) : () => undefined;
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = write;
}
