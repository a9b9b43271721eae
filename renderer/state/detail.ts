/** The open pair and its events whole, fetched by id as the selection moves and as its rows change. */
import { create } from 'zustand';
import type { CallOutput } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import type { EventId } from '../../shared/model/event.ts';
import { callCore } from './core-calls.ts';
import { useSession } from './session.ts';
import { useView } from './view.ts';

export type DetailState = {
  /** The pair that is shown; it may lag behind the selection for a moment. */
  pair: CallOutput<'pair.get'> | null;
  event: CallOutput<'event.get'> | null;
  problem: string | null;
};

export const useDetail = create<DetailState>(() => ({ pair: null, event: null, problem: null }));

let lastAsked = 0;
let lastEventAsked = 0;

/** Follows the selection from now on. */
export function watchDetail(): void {
  const wanted = () => {
    const { selected, isDetailOpen } = useView.getState();
    return isDetailOpen && selected !== null ? selected : null;
  };
  useView.subscribe((now, before) => {
    if (now.selected !== before.selected || now.isDetailOpen !== before.isDetailOpen) void load(wanted());
  });
  useSession.subscribe((now, before) => {
    const key = wanted();
    if (key === null) return;
    const isTouched =
      now.rows.pairs.get(key) !== before.rows.pairs.get(key) || now.rows.findings !== before.rows.findings;
    if (isTouched || now.phase !== before.phase) void load(key);
  });
}

/** The decoded event and the bytes that it came from. */
export async function loadEvent(id: EventId): Promise<void> {
  lastEventAsked += 1;
  const asked = lastEventAsked;
  const event = await callCore('event.get', { id }).catch(() => null);
  if (asked === lastEventAsked && event !== null) useDetail.setState({ event });
}

async function load(key: string | null): Promise<void> {
  lastAsked += 1;
  const asked = lastAsked;
  if (key === null) return useDetail.setState({ pair: null, event: null, problem: null });
  try {
    const pair = await callCore('pair.get', { key });
    if (asked === lastAsked) useDetail.setState({ pair, problem: null });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (asked === lastAsked) useDetail.setState({ pair: null, problem: error.message });
  }
}
