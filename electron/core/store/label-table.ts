/** The label of a session among the rows of the table `meta`. */
import type { Database } from 'better-sqlite3';
import { labelColours, noLabel, type SessionLabel } from '../../../shared/model/label.ts';

const row = 'label';

export function labelTable(db: Database) {
  const put = db.prepare<[string, string]>('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)');
  const get = db.prepare<[string], string | null>('SELECT value FROM meta WHERE name = ?').pluck();
  return {
    write: (label: SessionLabel): void => void put.run(row, JSON.stringify(label)),
    read: (): SessionLabel => readOne(get.get(row) ?? null),
  };
}

/** What a newer or a foreign hand wrote is taken as far as it can be. */
function readOne(text: string | null): SessionLabel {
  const stored: Partial<Record<keyof SessionLabel, unknown>> = text === null ? {} : JSON.parse(text);
  return {
    name: typeof stored.name === 'string' && stored.name !== '' ? stored.name : noLabel.name,
    note: typeof stored.note === 'string' ? stored.note : noLabel.note,
    colour: labelColours.find((colour) => colour === stored.colour) ?? noLabel.colour,
    isPinned: stored.isPinned === true,
  };
}
