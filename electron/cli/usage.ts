/** Refusals of what a command line says, and the values that several commands take. */
import { Refusal } from '../../shared/api/errors.ts';

export function readPort(given: string | undefined, option: string): number {
  if (given === undefined) return 0;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535)
    throw unusable(`${option} takes a port from 0 (any) to 65535, not “${given}”.`);
  return port;
}

export function unusable(message: string): Refusal {
  return new Refusal('bad-input', message);
}

export function notYet(option: string): Refusal {
  return unusable(`${option} is not available in this version.`);
}
