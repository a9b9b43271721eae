/** What the parts say that every page uses. */
import { plural } from '../../shared/view/plural.ts';

export const ui = {
  connecting: 'Connecting…',
  sides: { browser: 'Browser', server: 'Server' },
  connection: {
    lost: {
      title: 'Not connected to Twinlane.',
      text: 'What was recorded is safe on disk. Looking for it again by itself.',
    },
    'turned-away': {
      title: 'This address is not valid any more.',
      text: 'Twinlane was started anew. Open the address that it printed, with the part after #.',
    },
    retry: 'Reconnect now',
  },
  fault: {
    title: 'The window ran into a fault of its own',
    text: 'Recording goes on, and nothing that was recorded is lost. Load the window again to see it.',
    reload: 'Load again',
  },
  copyButton: {
    label: (what: string) => `Copy ${what}`,
    done: (what: string) => `${what} copied`,
  },
  closeDialog: 'Close',
  filePicker: 'Files to open',
  dismissFeedback: 'Dismiss',
  restOfText: (chars: number) => `… ${plural(chars, 'more character')}`,
  settings: { label: 'Settings', title: 'Settings (,)' },
  appearance: {
    names: { system: 'as the system', light: 'light', dark: 'dark' },
    label: (now: string, next: string) => `Appearance: ${now}. Change to ${next}`,
  },
};
