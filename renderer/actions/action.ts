/** One thing that a person can do, wherever it is asked for: by key, in the palette, in the list of keys, in a menu. */
export type Action = {
  id: string;
  title: string;
  group: 'Session' | 'View' | 'Pair' | 'Lanes' | 'Help';
  /** Keys that do it, as `KeyboardEvent.key`; `Mod+` stands for Ctrl, or Command on a Mac. The first is shown. */
  keys?: readonly string[];
  /** Left out where it can always be done. */
  isPossible?(): boolean;
  run(): unknown;
};
