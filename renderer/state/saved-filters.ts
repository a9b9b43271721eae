/** Filters that a person wants again; remembered on this machine. */
import { create } from 'zustand';

const storageKey = 'twinlane.filters';
const mostSaved = 12;

/** The newest first. */
export const useSavedFilters = create<{ filters: readonly string[] }>(() => ({ filters: readStored() }));

/** Saves the filter, or forgets it where it was saved. */
export function toggleSaved(query: string): void {
  const text = query.trim();
  if (text === '') return;
  const others = useSavedFilters.getState().filters.filter((filter) => filter !== text);
  const isKnown = others.length < useSavedFilters.getState().filters.length;
  const filters = isKnown ? others : [text, ...others].slice(0, mostSaved);
  useSavedFilters.setState({ filters });
  writeStored(filters);
}

/** Storage may be closed to us, or hold what another version left there. */
function readStored(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string').slice(0, mostSaved) : [];
  } catch {
    return [];
  }
}

function writeStored(filters: readonly string[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(filters));
  } catch {
    return;
  }
}
