/** How the user calls a session and finds it again; kept in the session file. */

export const labelColours = ['red', 'amber', 'green', 'blue', 'violet'] as const;
type LabelColour = (typeof labelColours)[number];

export type SessionLabel = {
  /** Null: the session is called as its file. */
  name: string | null;
  note: string;
  colour: LabelColour | null;
  /** Pinned sessions stand first in the list of sessions. */
  isPinned: boolean;
};

export const noLabel: SessionLabel = { name: null, note: '', colour: null, isPinned: false };
