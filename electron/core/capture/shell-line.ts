/** Writes a command so that a person can paste it: each shell has quotes of its own. */

export type Shell = 'sh' | 'powershell' | 'cmd';

/** The shells in which people of this platform paste. */
export function shellsOf(platform: NodeJS.Platform): Shell[] {
  return platform === 'win32' ? ['powershell', 'cmd'] : ['sh'];
}

/** `program` and `args` arrive as they are given, whatever characters they hold; none of them may hold a line break. */
export function shellLine(shell: Shell, program: string, args: readonly string[]): string {
  const words = [program, ...args].map(quotes[shell]).join(' ');
  return shell === 'powershell' ? `& ${words}` : words;
}

const quotes: Record<Shell, (word: string) => string> = {
  sh: (word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`),
  // In PowerShell the curly quotes are quotes too.
  powershell: (word) => `'${word.replaceAll(/['‘’‚‛]/g, '$&$&')}'`,
  // No program sees these quotes: they are taken off again by the rules of its own C library.
  cmd: (word) => (/^[\w+:./\\-]+$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`),
};
