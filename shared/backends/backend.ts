/** What is known about connecting one kind of server to Twinlane: the window's card and the page in docs/ are made of it. */

/** Where the events go in: the test endpoint, the proxy, or a log that is read. */
type WayKind = 'endpoint' | 'proxy' | 'log';

/** Lines to paste. `{endpoint}`, `{proxy}` and the other names of addresses.ts stand for the session's own. */
export type Snippet = {
  /** Where the lines go: a file, a shell, a place in the code. Told apart by it within its backend. */
  place: string;
  language: 'sh' | 'js' | 'php' | 'python' | 'java' | 'ruby' | 'ini' | 'yaml' | 'powershell';
  text: string;
};

export type BackendWay = {
  kind: WayKind;
  title: string;
  /** When to take this way and what it does, in one or two sentences. */
  about: string;
  snippets: Snippet[];
  /** What goes wrong here, and what to do then. */
  traps: string[];
};

export type Backend = {
  /** Also the name of its page, `docs/backends/<id>.md`. */
  id: string;
  name: string;
  /** What the person should know before choosing a way; one or two sentences. */
  summary: string;
  /** The best first; empty where nothing can be seen. */
  ways: BackendWay[];
  /** What Twinlane cannot see or change here. */
  limits: string[];
  /** What of it runs in this project's tests, and what was only read in the sources. */
  tried: string;
};
