/** What a script's process is told through its environment, and what it tells back. */

export const SETTINGS_VARIABLE = 'TWINLANE_SCRIPT';

export type ScriptSettings = {
  /** Where the recorded browser is driven. */
  endpoint: string;
  /** The script, absolute. */
  file: string;
  /** The address given beside the script: first page of a module, base of relative addresses elsewhere. */
  url: string | null;
  /** Entry file of the Playwright to use where the script brings none; null where we have none either. */
  playwright: string | null;
};

export type FromScript =
  | { step: string; at: number }
  | { failure: string }
  /** The projects of a Playwright configuration, with the browser of each. */
  | { projects: { name: string; browser: string }[] };

export function tellParent(message: FromScript): void {
  process.send?.(message);
}
