/** What is going on, what happens to the calls, and the few things to do about it. */
import { hasLiveTraffic } from '../../shared/view/delivery-words.ts';
import { RecordingMenu } from '../recording/recording-menu.tsx';
import { useFeedback } from '../state/feedback.ts';
import { useSession } from '../state/session.ts';
import { closeSession, stopRecording } from '../state/session-actions.ts';
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { SettingsButton } from '../ui/settings-button.tsx';
import { ThemeButton } from '../ui/theme-button.tsx';
import { ToolButton } from '../ui/tool-button.tsx';
import { Wordmark } from '../ui/wordmark.tsx';
import { AddFiles } from './add-files.tsx';
import { DeliveryPill } from './delivery-pill.tsx';
import { ExportMenu } from './export-menu.tsx';
import { SessionName } from './session-name.tsx';
import { StatePill } from './state-pill.tsx';
import './top-bar.css';

const words = texts.session.topBar;

export function TopBar() {
  const status = useSession((state) => state.status);
  const isConnected = useSession((state) => state.phase === 'connected');
  const isDisabled = useFeedback((state) => state.busy !== null) || !isConnected;
  if (status === null) return null;
  const isLive = status.capture.state === 'recording' || status.capture.state === 'starting';
  return (
    <header className="top-bar">
      <Wordmark />
      <SessionName />
      <StatePill status={status} />
      {hasLiveTraffic(status) && <DeliveryPill status={status} />}
      <span className="spacer" />
      {!isLive && <AddFiles />}
      <ExportMenu />
      {isLive ? (
        <button type="button" className="button" onClick={() => void stopRecording()} disabled={isDisabled}>
          <Icon name="stop" size={14} /> {words.stop}
        </button>
      ) : (
        <button type="button" className="button" onClick={() => void closeSession()} disabled={isDisabled}>
          {words.close}
        </button>
      )}
      <span className="top-bar-tools">
        {status.capture.state === 'recording' && <RecordingMenu />}
        {isLive && <ToolButton icon="plug" label={words.connect} onClick={() => showDialog('connect')} />}
        <ToolButton icon="keyboard" {...words.shortcuts} onClick={() => showDialog('shortcuts')} />
        <SettingsButton />
        <ThemeButton />
      </span>
    </header>
  );
}
