/** Asks once before calls begin to reach Meta, and makes keeping them here the easy answer; going back to hold needs no second thought. */
import { useSession } from '../state/session.ts';
import { setMode } from '../state/session-actions.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';

export function DeliveryDialog({ onClose }: { onClose: () => void }) {
  const mode = useSession((state) => state.status?.mode);
  const isHolding = mode === 'hold';
  const words = isHolding ? texts.session.delivery.toForward : texts.session.delivery.toHold;
  const change = () => {
    onClose();
    void setMode(isHolding ? 'forward' : 'hold');
  };
  return (
    <Dialog title={words.question} onClose={onClose}>
      <p>{words.text}</p>
      <div className="dialog-actions">
        <button
          type="button"
          className={isHolding ? 'button primary' : 'button'}
          data-first={isHolding || undefined}
          onClick={onClose}
        >
          {words.keep}
        </button>
        <button type="button" className={isHolding ? 'button danger' : 'button primary'} onClick={change}>
          {words.change}
        </button>
      </div>
    </Dialog>
  );
}
