/** The queries of the table `meta`: what made the session, and whether its last run closed it. */
import type { Database } from 'better-sqlite3';
import type { TimeMs } from '../../../shared/model/fact.ts';

/** Null where the file does not tell. */
export type SessionMeta = { createdAt: TimeMs | null; app: string | null; engine: string | null };

export function metaTable(db: Database) {
  const put = db.prepare<[string, string | null]>('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)');
  const get = db.prepare<[string], string | null>('SELECT value FROM meta WHERE name = ?').pluck();
  return {
    write(meta: SessionMeta): void {
      put.run('createdAt', meta.createdAt === null ? null : String(meta.createdAt));
      put.run('app', meta.app);
      put.run('engine', meta.engine);
    },
    read(): SessionMeta {
      const createdAt = get.get('createdAt') ?? null;
      return {
        createdAt: createdAt === null ? null : Number(createdAt),
        app: get.get('app') ?? null,
        engine: get.get('engine') ?? null,
      };
    },
    /** `isClosed` false while a run writes: who finds it so knows that the run was cut off. */
    mark(isClosed: boolean): void {
      put.run('closed', isClosed ? 'yes' : 'no');
    },
    isClosed: (): boolean => get.get('closed') === 'yes',
  };
}
