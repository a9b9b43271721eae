/** Refuses a Node that the database driver crashes on; the npm scripts bring the right one. */
import { unusable } from './usage.ts';

/** better-sqlite3 13 needs Node 22 and takes older ones down with it. */
const oldestMajor = 22;

export function checkNode(version: string = process.versions.node): void {
  if (Number(version.split('.')[0]) >= oldestMajor) return;
  throw unusable(
    `Node ${version} is too old to run Twinlane: use npm start, npm run twinlane or npx twinlane, which bring Node 24.`,
  );
}
