/** Puts the cursor into the search field, whichever list is shown. */
import { flushSync } from 'react-dom';
import { searchFieldId } from '../list/search-field.tsx';
import { showTab } from '../state/view.ts';

/** At once: the next key that a person types belongs to the field already. */
export function focusSearch(): void {
  flushSync(() => showTab('pairs'));
  const field = document.getElementById(searchFieldId);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}
