/** Keys that work wherever the focus is, except while a person types or answers a dialog; and the desktop's menu. */
import { useEffect, useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import type { ViewCommand } from '../../shared/api/desktop.ts';
import { desktop } from '../connect.ts';
import { searchFieldId } from '../list/search-field.tsx';
import { movePairCursor } from '../state/move-pair-cursor.ts';
import { useSession } from '../state/session.ts';
import { closeSession, exportReport, pickAndOpen, stopRecording } from '../state/session-actions.ts';
import { closeDetail, openDetail, searchFor, showDialog, showTab, useView } from '../state/view.ts';

const keys: Record<string, () => void> = {
  '/': focusSearch,
  '?': () => showDialog('shortcuts'),
  j: () => movePairCursor('next'),
  k: () => movePairCursor('previous'),
  p: () => showTab('pairs'),
  f: () => showTab('findings'),
  c: () => showTab('coverage'),
  Escape: stepBack,
};

const commands: Record<ViewCommand, () => unknown> = {
  'recording.new': closeSession,
  'recording.stop': stopRecording,
  'file.open': pickAndOpen,
  'file.save-report': () => exportReport('text'),
  'session.close': closeSession,
  'search.focus': focusSearch,
  'help.show': () => showDialog('shortcuts'),
};

export function useKeys(): void {
  // From the first paint on: what is on screen can be worked by keys.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = event.key === 'Enter' && event.target === document.body ? openDetail : keys[event.key];
      if (act === undefined || event.defaultPrevented || hasModifier(event) || !isListening(event.target)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  useEffect(() => desktop?.onCommand((command) => void commands[command]()), []);
}

/** Closes the innermost thing that is open: the detail, then the search. */
function stepBack(): void {
  if (useView.getState().isDetailOpen) {
    closeDetail();
    document.getElementById('pair-grid')?.focus();
  } else searchFor('');
}

/** At once: the next key that a person types belongs to the field already. */
function focusSearch(): void {
  flushSync(() => showTab('pairs'));
  const field = document.getElementById(searchFieldId);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** Pairs are shown, no dialog is open, and the key is not part of what a person types. */
function isListening(target: EventTarget | null): boolean {
  const isTyping = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  return !isTyping && useSession.getState().rows.pairs.size > 0 && useView.getState().dialog === null;
}
