/** Reads headers for polling as a command line gives them; secrets come from the environment, not from the command line. */
import { Refusal } from '../../../../shared/api/errors.ts';

const form = /^([A-Za-z0-9!#$%&'*+.^_`|~-]+)\s*:\s*(\S.*)$/;
const variable = /\benv:([A-Za-z_][A-Za-z0-9_]*)/g;

/**
 * `Authorization: Bearer env:SHOP_TOKEN` → the header with the variable's value in it. Throws a Refusal, which never
 * holds a value, where a header has no such form or a variable is not set.
 */
export function readPollHeaders(
  given: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const text of given) {
    const [, name, value] = form.exec(text.trim()) ?? [];
    if (name === undefined || value === undefined) {
      throw new Refusal(
        'bad-input',
        '--poll-header takes a name and a value, like "Authorization: Bearer env:SHOP_TOKEN".',
      );
    }
    headers[name.toLowerCase()] = value.replace(variable, (_all, key: string) => variableOf(key, env)).trim();
  }
  return headers;
}

function variableOf(key: string, env: NodeJS.ProcessEnv): string {
  const value = env[key]?.trim() ?? '';
  if (value === '') throw new Refusal('bad-input', `--poll-header: the environment variable ${key} is not set.`);
  if (/[\r\n\0]/.test(value)) throw new Refusal('bad-input', `--poll-header: ${key} holds a line end.`);
  return value;
}
