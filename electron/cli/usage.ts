/** Refusals of what a command line says, and the values that several commands take. */
import { Refusal } from '../../shared/api/errors.ts';

export function readPort(given: string | undefined, option: string): number {
  if (given === undefined) return 0;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535)
    throw unusable(`${option} takes a port from 0 (any) to 65535, not “${given}”.`);
  return port;
}

const places = new WeakMap<Error, readonly string[]>();

/** `where`: lines that show the place; they are printed under the sentence. */
export function unusable(message: string, where: readonly string[] = []): Refusal {
  const refusal = new Refusal('bad-input', message);
  places.set(refusal, where);
  return refusal;
}

/** The lines that show a person the place of what is refused. */
export function placeOf(refusal: Refusal): readonly string[] {
  return places.get(refusal) ?? [];
}
