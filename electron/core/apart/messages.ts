/** What a host and the second core that it started say to each other, over the pipe between their processes. */

export type ToSecond = {
  /** Comes once, first. */
  do: 'serve';
  /** The session file to show. */
  path: string;
  homeFolder: string;
  /** Folder of the built view. */
  rendererDir: string;
};

export type FromSecond =
  /** It serves at this address, token included. */
  | { did: 'serve'; url: string }
  /** `message` is fit to show. The process ends. */
  | { did: 'fail'; message: string };
