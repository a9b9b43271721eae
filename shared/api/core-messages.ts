/** What the window's host and the core's process say to each other beside the guests' ports. */

export type ToCore =
  /** Comes first. `reopen`: the session that was open when the last core ended unasked. */
  | { do: 'start'; reopen: string | null }
  /** Carries one end of a new guest's MessageChannel. */
  | { do: 'serve' }
  /** Opens a file that the system handed to the app. */
  | { do: 'open'; path: string }
  /** Ends recording, closes the session, ends the process. */
  | { do: 'close' };

export type FromCore =
  /** The session file that is open now, by its absolute path. */
  | { did: 'change-session'; path: string | null }
  /** The core could not start; `message` is fit to show. The process ends. */
  | { did: 'fail'; message: string };
