/** One thing that a person can do, wherever it is asked for: by key, in the palette, in the list of keys, in a menu. */
import type { Texts } from '../texts/texts.ts';

export type Action = {
  id: string;
  title: string;
  group: keyof Texts['actions']['groups'];
  /** Keys that do it, as `KeyboardEvent.key`; `Mod+` stands for Ctrl, or Command on a Mac. The first is shown. */
  keys?: readonly string[];
  /** Left out where it can always be done. */
  isPossible?(): boolean;
  run(): unknown;
};
