/** The first page: what this is, in one sentence, and the ways in. */
import { useEffect } from 'react';
import { refreshDescription, useDescription } from '../state/describe.ts';
import { useFeedback } from '../state/feedback.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';
import { SettingsButton } from '../ui/settings-button.tsx';
import { ThemeButton } from '../ui/theme-button.tsx';
import { Wordmark } from '../ui/wordmark.tsx';
import { ConnectRow } from './connect-row.tsx';
import { Examples } from './examples.tsx';
import { OpenFiles } from './open-files.tsx';
import { RecentSessions } from './recent-sessions.tsx';
import { RecordForm } from './record-form.tsx';
import './start.css';

const words = texts.start;

export function StartPage() {
  const isConnected = useSession((state) => state.phase === 'connected');
  const version = useDescription((state) => state.about?.version);
  const busy = useFeedback((state) => state.busy);
  useEffect(() => {
    if (isConnected) void refreshDescription();
  }, [isConnected]);

  return (
    <main className="start-page">
      <div className="start-corner">
        <SettingsButton />
        <ThemeButton />
      </div>
      <div className="start-column">
        <header className="start-header">
          <Wordmark isLarge />
          <h1>{words.lead}</h1>
        </header>
        <div className="ways-in">
          <div className="ways-column">
            <RecordForm />
            <ConnectRow />
          </div>
          <div className="ways-column">
            <OpenFiles />
            <Examples />
          </div>
        </div>
        <RecentSessions />
        <footer className="start-footer">
          <span>{words.isLocal}</span>
          <span role="status">
            {busy === null ? version !== undefined && words.version(version) : words.underWay(busy)}
          </span>
        </footer>
      </div>
    </main>
  );
}
