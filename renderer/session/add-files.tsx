/** What is missing beside what is open: a log to a recording, orders to both. */
import { useFeedback } from '../state/feedback.ts';
import { takeDropped } from '../state/open-apart.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Icon } from '../ui/icon.tsx';

export function AddFiles({ isInText = false }: { isInText?: boolean }) {
  const isConnected = useSession((state) => state.phase === 'connected');
  const isDisabled = useFeedback((state) => state.busy !== null) || !isConnected;
  return (
    <FileButton look={isInText ? 'link-button' : 'button'} isDisabled={isDisabled} onFiles={takeDropped}>
      {!isInText && <Icon name="file" />} {texts.session.topBar.addFiles}
    </FileButton>
  );
}
