/** Where Twinlane keeps what outlives a run: certificate authority, settings, sessions. The same for every host. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** `TWINLANE_HOME` where it is set, else `.twinlane` in the user's home. */
export function homeFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env.TWINLANE_HOME ? resolve(env.TWINLANE_HOME) : join(homedir(), '.twinlane');
}
