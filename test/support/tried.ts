/**
 * Notes what a test really tried, for the table in the README. `npm run matrix` runs the tests that use this, with a
 * folder to note in; in any other run nothing is written.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the order of the table. */
export const triedKinds = ['browser', 'server client', 'log shape', 'file form'] as const;

export type TriedRow = {
  kind: (typeof triedKinds)[number];
  /** As its makers call it: `curl`, `Firefox ESR`, `Docker JSON log`. */
  what: string;
  /** What was installed, as it says itself: `7.88.1`; empty where a form has none. */
  version: string;
  /** How it was brought in: `test endpoint`, `proxy`, `--server FILE`. */
  way: string;
};

export type TriedResult = TriedRow & { ok: boolean };

/** The variable that names the folder. */
export const TRIED_FOLDER = 'TWINLANE_TRIED';

/** Runs `attempt`, notes whether it went well, and fails as it fails. Call it in the test, around what is tried. */
export async function tried(row: TriedRow, attempt: () => Promise<void> | void): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    note({ ...row, ok: false });
    throw error;
  }
  note({ ...row, ok: true });
}

function note(result: TriedResult): void {
  const folder = process.env[TRIED_FOLDER];
  if (folder) appendFileSync(join(folder, `${process.pid}.ndjson`), `${JSON.stringify(result)}\n`);
}
