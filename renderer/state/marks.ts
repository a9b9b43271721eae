/** The user's marks: pinned pairs, causes that are known, notes on the axis of time. */
import type { Mark, MarkSubject } from '../../shared/model/mark.ts';
import { callCore } from './core-calls.ts';
import { tellRefusal } from './feedback.ts';
import { remembered } from './remembered.ts';
import { useSession } from './session.ts';

const byKey = (about: MarkSubject) =>
  remembered(
    (marks: readonly Mark[]) => new Map(marks.flatMap((mark) => (mark.about === about ? [[mark.key, mark]] : []))),
  );
const pinned = byKey('pair');
const known = byKey('cause');

export function usePinnedPairs(): ReadonlyMap<string, Mark> {
  return useSession((state) => pinned(state.rows.marks));
}

const noted = remembered((marks: readonly Mark[]) =>
  marks.filter(({ about }) => about === 'moment').sort((a, b) => Number(a.key) - Number(b.key)),
);

/** Notes on the axis of time, in its order. */
export function useNotes(): readonly Mark[] {
  return useSession((state) => noted(state.rows.marks));
}

/** By the code of the finding. */
export function useKnownCauses(): ReadonlyMap<string, Mark> {
  return useSession((state) => known(state.rows.marks));
}

/** `text` null takes the mark away. */
export function setMark(about: MarkSubject, key: string, text: string | null): void {
  callCore('session.mark', { about, key, text }).catch(tellRefusal);
}

export function togglePin(key: string): void {
  const isPinned = pinned(useSession.getState().rows.marks).has(key);
  setMark('pair', key, isPinned ? null : '');
}
