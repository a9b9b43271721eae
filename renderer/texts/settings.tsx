/** What the settings say: each with its effect, and what cleaning up removes. */
import type { ReactNode } from 'react';

export const settings = {
  title: 'Settings',
  appearance: {
    name: 'Appearance',
    effect: 'Colours of the window.',
    choices: { system: 'As the system', light: 'Light', dark: 'Dark' },
  },
  rows: {
    name: 'Rows',
    effect: 'Compact rows show a fifth more pairs at once.',
    choices: { regular: 'Regular', compact: 'Compact' },
  },
  times: {
    name: 'Times',
    effect: 'Whose clock is shown. What is stored and exported is UTC.',
    choices: { local: 'This machine', utc: 'UTC' },
  },
  trusted: {
    name: 'Trusted hosts',
    none: 'None: every certificate is checked. A host is trusted for one recording only.',
    some: 'Their certificates are not checked in this recording. Taken back, new connections are checked again.',
  },
  cleanUp: {
    title: 'Clean up',
    text: 'Removes what Twinlane put on this machine: its certificate and key, browser profiles that were left behind, and the window’s own folder. An open session is closed first.',
    sessions: 'My recorded sessions too, for good',
    removeAll: 'Remove everything, with sessions',
    remove: 'Remove, keep sessions',
    nothing: 'There was nothing to remove.',
    removed: 'Removed:',
    kept: (path: ReactNode, why: string) => (
      <>
        Kept: {path}, {why}
      </>
    ),
  },
};
