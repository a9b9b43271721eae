/** What the core has told: rows, status, and whether it can be reached. Written by sync.ts alone. */
import { create } from 'zustand';
import type { SessionStatus } from '../../shared/model/session.ts';
import { emptyRows, type SessionRows } from '../../shared/view/session-rows.ts';

/** `lost`: it was there and is being looked for. `turned-away`: this address has no right to it. */
type ConnectionPhase = 'connecting' | 'connected' | 'lost' | 'turned-away';

export type SessionState = {
  phase: ConnectionPhase;
  /** Null until the first snapshot. */
  status: SessionStatus | null;
  rows: SessionRows;
};

export const useSession = create<SessionState>(() => ({ phase: 'connecting', status: null, rows: emptyRows }));
