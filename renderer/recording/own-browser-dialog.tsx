/** A browser that the person starts, beside or instead of the one that Twinlane opened. */
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { OwnBrowserLines } from './own-browser-lines.tsx';

export function OwnBrowserDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={texts.recording.ownBrowser.title} onClose={onClose}>
      <p>{texts.recording.ownBrowser.text}</p>
      <OwnBrowserLines />
    </Dialog>
  );
}
