/** What only the desktop can do for the view: the second, optional interface, at `window.twinlaneDesktop`. */

/** Menu commands that the view carries out. */
export const viewCommands = [
  'recording.new',
  'recording.stop',
  'file.open',
  'file.save-report',
  'session.close',
  'search.focus',
  'help.show',
] as const;
export type ViewCommand = (typeof viewCommands)[number];

/** Name of the global; a guest without it hides what needs it. */
export const DESKTOP_GLOBAL = 'twinlaneDesktop';

/** Electron's message channels between preload and main. */
export const DESKTOP_CHANNEL = {
  port: 'desktop.port',
  command: 'desktop.command',
  pickFile: 'desktop.pick-file',
  saveText: 'desktop.save-text',
  reveal: 'desktop.reveal',
  openExternal: 'desktop.open-external',
  openApart: 'desktop.open-apart',
} as const;

export type DesktopApi = {
  /** Asks for a recording, log or session; null where the user thought better of it. */
  pickFile(): Promise<string | null>;
  /** Asks where to put the text; the path, or null where the user thought better of it. */
  saveText(file: { name: string; text: string }): Promise<string | null>;
  /** Shows a file in the system's file manager; false where the path is refused. */
  reveal(path: string): Promise<boolean>;
  /** Opens an http(s) link in the user's browser; false where the link is refused. */
  openExternal(url: string): Promise<boolean>;
  /** Shows a session file in a window and a core of its own; false where the path is refused. */
  openApart(path: string): Promise<boolean>;
  /** Path of a File that was dropped or chosen; empty where it has none. */
  pathOf(file: object): string;
  /** Returns what ends the subscription. */
  onCommand(listener: (command: ViewCommand) => void): () => void;
};
