/** Which page is shown, and what lies over every page. */
import type { SessionStatus } from '../shared/model/session.ts';
import { Palette } from './actions/palette.tsx';
import { useKeys } from './actions/use-keys.ts';
import { Dialogs } from './dialogs.tsx';
import { SessionPage } from './session/session-page.tsx';
import { StartPage } from './start/start-page.tsx';
import { usePreferences } from './state/preferences.ts';
import { useSession } from './state/session.ts';
import { showDialog, useView } from './state/view.ts';
import { texts } from './texts/texts.ts';
import { ConnectionBar } from './ui/connection-bar.tsx';
import { FeedbackBar } from './ui/feedback-bar.tsx';
import { Wordmark } from './ui/wordmark.tsx';

export function App() {
  const page = useSession((state) =>
    state.status === null ? 'connecting' : isOpen(state.status) ? 'session' : 'start',
  );
  const isPaletteOpen = useView((state) => state.dialog === 'palette');
  const zone = usePreferences((state) => state.zone);
  useKeys();
  return (
    <>
      <div className="app" key={zone}>
        <ConnectionBar />
        {page === 'connecting' && <Connecting />}
        {page === 'start' && <StartPage />}
        {page === 'session' && <SessionPage />}
        <FeedbackBar />
        {isPaletteOpen && <Palette onClose={() => showDialog(null)} />}
      </div>
      <Dialogs />
    </>
  );
}

/** A session is open from the moment that something is recorded or read until it is closed. */
function isOpen({ capture, inputs, file }: SessionStatus): boolean {
  return capture.state !== 'idle' || inputs.length > 0 || file !== null;
}

function Connecting() {
  const isTurnedAway = useSession((state) => state.phase === 'turned-away');
  return (
    <main className="connecting">
      <Wordmark isLarge />
      {!isTurnedAway && <p role="status">{texts.ui.connecting}</p>}
    </main>
  );
}
