/** The sample session that ships with the app, as the two recordings that a user would bring. */
import session from './session.json' with { type: 'json' };

const lines = (records: readonly unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** `browser`: NDJSON of browser calls; `server`: the log of the shop's server. The people and shops in it are made up. */
export function sampleSession(): { browser: string; server: string } {
  return { browser: lines(session.browser), server: lines(session.server) };
}
