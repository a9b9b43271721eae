/** Keys that work wherever the focus is, except while a person types or answers a dialog; and the desktop's menu. */
import { useEffect, useLayoutEffect } from 'react';
import type { ViewCommand } from '../../shared/api/desktop.ts';
import { desktop } from '../connect.ts';
import { useView } from '../state/view.ts';
import { actionOfKey, actions } from './actions.ts';

/** The desktop's menu names some of the actions differently. */
const actionsOfMenu: Record<ViewCommand, string> = {
  'recording.new': 'session.close',
  'recording.stop': 'session.stop',
  'file.open': 'session.open',
  'file.save-report': 'export.text',
  'session.close': 'session.close',
  'search.focus': 'view.filter',
  'help.show': 'help.keys',
};

export function useKeys(): void {
  // From the first paint on: what is on screen can be worked by keys.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isListening(event)) return;
      const action = actionOfKey(keyOf(event));
      if (action === null) return;
      event.preventDefault();
      void action.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  useEffect(() => desktop?.onCommand((command) => void runOfMenu(command)), []);
}

function runOfMenu(command: ViewCommand): void {
  const action = actions.find(({ id }) => id === actionsOfMenu[command]);
  if (action?.isPossible?.() ?? true) void action?.run();
}

function keyOf(event: KeyboardEvent): string {
  return event.ctrlKey || event.metaKey ? `Mod+${event.key.toLowerCase()}` : event.key;
}

/** No dialog is open, and the key is neither typed text nor what a control under the focus answers to itself. */
function isListening(event: KeyboardEvent): boolean {
  if (event.altKey || useView.getState().dialog !== null) return false;
  const { target } = event;
  const hasModifier = event.ctrlKey || event.metaKey;
  const isTyping =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  if (isTyping) return hasModifier && event.key.toLowerCase() === 'k';
  const isOnControl = target instanceof HTMLElement && target.closest('button, a, summary, [role="menu"]') !== null;
  const ownKeys = ['Enter', 'ArrowDown', 'ArrowUp', 'Home', 'End'];
  return !(isOnControl && ownKeys.includes(event.key));
}
