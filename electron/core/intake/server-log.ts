/** A server log as a person names it: a file, a glob, `-` for standard input, or `cmd:` and a command. */
import { Refusal } from '../../../shared/api/errors.ts';
import { redactText } from '../../../shared/meta/redact.ts';

export type ServerLog =
  | { kind: 'files'; pattern: string; name: string }
  | { kind: 'standard-input'; name: string }
  | { kind: 'command'; command: string; name: string };

const commandMark = /^cmd:\s*/i;

/** `name` is fit for status, session file and report. Throws a Refusal where the mark stands alone. */
export function readServerLog(text: string): ServerLog {
  if (text === '-') return { kind: 'standard-input', name: 'standard input' };
  if (!commandMark.test(text)) return { kind: 'files', pattern: text, name: text };
  const command = text.replace(commandMark, '').trim();
  if (command === '') throw new Refusal('bad-input', 'cmd: needs a command, like cmd: docker logs -f shop.');
  return { kind: 'command', command, name: `cmd: ${withoutSecrets(command)}` };
}

/** Where a shell's words hold secrets beside the tokens of Meta: options, variables and addresses. */
const secretWords: readonly RegExp[] = [
  /((?:^|\s)--?[\w-]*(?:pass(?:word|wd|phrase)?|pwd|secret|token|key|auth|user|credentials?|cookie)(?:=|\s+))("[^"]*"|'[^']*'|[^\s-]\S*)/gi,
  /((?:^|\s)-[up]\s*)("[^"]*"|'[^']*'|[^\s-]\S*:\S+)/g,
  /(\b[A-Z0-9_]*(?:PASS(?:WORD)?|PWD|SECRET|TOKEN|KEY|AUTH)[A-Z0-9_]*=)("[^"]*"|'[^']*'|\S+)/g,
  /(\bmysql\w*\s[^|;&]*?-p)([^\s"']+)/g,
  /(\bcookie:\s*)([^"']+)/gi,
  /(\b[a-z][a-z0-9+.-]*:\/\/)([^\s/?#@]+)(?=@)/gi,
];

function withoutSecrets(command: string): string {
  return secretWords.reduce((text, pattern) => text.replace(pattern, '$1REDACTED'), redactText(command));
}

/** False where an input's name is that of a command, a polled address or standard input. */
export function isFiles(name: string): boolean {
  return !commandMark.test(name) && !/^https?:\/\//.test(name) && name !== 'standard input';
}

/**
 * Commands run with the user's rights, so only the user's own command line names them: a window, a tab, or whatever got
 * hold of its token, does not.
 */
export function refuseCommands(logs: readonly string[]): void {
  if (!logs.some((log) => commandMark.test(log))) return;
  throw new Refusal(
    'bad-input',
    'Commands run from the command line only: twinlane record --server "cmd: docker logs -f shop".',
  );
}
