/** Keys that work wherever the focus is, except while a person types or answers a dialog; and the desktop's menu. */
import { useEffect, useLayoutEffect } from 'react';
import type { ViewCommand } from '../../shared/api/desktop.ts';
import { desktop } from '../connect.ts';
import { useView } from '../state/view.ts';
import { actionOfKey, actions } from './actions.ts';
import { actionOfMouse } from './history-actions.ts';

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
    // A browser takes its own side buttons; the desktop's window leaves them to the page.
    const onMouseUp = ({ button }: MouseEvent) => desktop !== null && actionOfMouse(button)?.run();
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('mouseup', onMouseUp);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('mouseup', onMouseUp);
    };
  }, []);
  useEffect(() => desktop?.onCommand((command) => void runOfMenu(command)), []);
}

function runOfMenu(command: ViewCommand): void {
  const action = actions.find(({ id }) => id === actionsOfMenu[command]);
  if (action?.isPossible?.() ?? true) void action?.run();
}

function keyOf(event: KeyboardEvent): string {
  if (event.altKey) return `Alt+${event.key}`;
  return event.ctrlKey || event.metaKey ? `Mod+${event.key.toLowerCase()}` : event.key;
}

/** No dialog is open, and the key is neither typed text nor what a control under the focus answers to itself. */
function isListening(event: KeyboardEvent): boolean {
  if (useView.getState().dialog !== null) return false;
  // A browser knows these keys itself, and more of when they are due.
  if (event.altKey) return desktop !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const { target } = event;
  const hasModifier = event.ctrlKey || event.metaKey;
  const isTyping =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  if (isTyping) return hasModifier && event.key.toLowerCase() === 'k';
  const isOnControl = target instanceof HTMLElement && target.closest('button, a, summary, [role="menu"]') !== null;
  const ownKeys = ['Enter', 'ArrowDown', 'ArrowUp', 'Home', 'End'];
  return !(isOnControl && ownKeys.includes(event.key));
}
