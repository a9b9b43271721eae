/** A browser that the person starts, beside or instead of the one that Twinlane opened. */
import { Dialog } from '../ui/dialog.tsx';
import { OwnBrowserLines } from './own-browser-lines.tsx';

export function OwnBrowserDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Start a browser of your own" onClose={onClose}>
      <p>
        Paste one of these lines into a terminal. The browser opens in an empty profile that trusts this recording; what
        you do in it is recorded, and the profile goes when the recording ends.
      </p>
      <OwnBrowserLines />
    </Dialog>
  );
}
