/** Figure: joining events by their exact ids, against the same join in SQLite over the same events. */
import Database from 'better-sqlite3';
import { createFactDecoder } from '../../electron/core/decode-facts.ts';
import type { TrackedEvent } from '../../shared/model/event.ts';
import { createExactGroups } from '../../shared/pair/exact-groups.ts';
import { type Figure, round } from './figure.ts';
import { pixelFact, serverFact } from './rig/checkout-facts.ts';
import { medianTimes } from './rounds.ts';
import { EVENTS } from './stored-day.ts';

const ROUNDS = 5;

export const exactJoinAgainstSqlite: Figure = {
  name: 'exact-join-against-sqlite',
  what: 'events joined by dataset, name and event_id within 48 hours, against the same join in SQLite, its index built over the same events',
  unit: 'times',
  goal: { atMost: 1 },
  async measure() {
    const { events } = createFactDecoder().decode(day());
    const contestants = [
      { name: 'Twinlane', run: async () => expectAll(joinHere(events)) },
      { name: 'SQLite', run: async () => expectAll(joinInSqlite(events)) },
    ];
    const [here = Number.NaN, sqlite = Number.NaN] = await medianTimes(contestants, ROUNDS);
    return {
      value: round(here / sqlite),
      detail: `${EVENTS} pairs: Twinlane ${Math.round(here)} ms, SQLite ${Math.round(sqlite)} ms`,
    };
  },
};

function* day() {
  for (let n = 0; n < EVENTS; n += 1) {
    yield pixelFact(n);
    yield serverFact(n);
  }
}

function expectAll(joined: number): void {
  if (joined !== EVENTS) throw new Error(`${joined} joined of ${EVENTS}.`);
}

function joinHere(events: readonly TrackedEvent[]): number {
  const { added } = createExactGroups().put(events, null);
  return added.filter(({ browser, server }) => browser.length > 0 && server.length > 0).length;
}

/** In memory, one transaction, each statement prepared once: as fast as SQLite does it. */
function joinInSqlite(events: readonly TrackedEvent[]): number {
  const db = new Database(':memory:');
  db.exec(`CREATE TABLE browser (id TEXT, dataset TEXT, name TEXT, event_id TEXT, at REAL);
    CREATE TABLE server (id TEXT, dataset TEXT, name TEXT, event_id TEXT, at REAL)`);
  const insert = {
    browser: db.prepare('INSERT INTO browser VALUES (?, ?, ?, ?, ?)'),
    server: db.prepare('INSERT INTO server VALUES (?, ?, ?, ?, ?)'),
  };
  db.transaction(() => {
    for (const { side, id, datasetId, eventName, eventId, seenAt, at } of events) {
      insert[side].run(id, datasetId, eventName, eventId, seenAt ?? at);
    }
  })();
  db.exec('CREATE INDEX server_by_id ON server (event_id, name, dataset)');
  const joined = db
    .prepare(
      `SELECT browser.id, server.id FROM browser JOIN server USING (event_id, name, dataset)
       WHERE abs(browser.at - server.at) <= 172800000`,
    )
    .raw()
    .all();
  db.close();
  return joined.length;
}
