/** Asks once before calls begin to reach Meta; going back to hold needs no second thought. */
import { useSession } from '../state/session.ts';
import { setMode } from '../state/session-actions.ts';
import { Dialog } from '../ui/dialog.tsx';

export function DeliveryDialog({ onClose }: { onClose: () => void }) {
  const mode = useSession((state) => state.status?.mode);
  const isHolding = mode === 'hold';
  const change = () => {
    onClose();
    void setMode(isHolding ? 'forward' : 'hold');
  };
  return (
    <Dialog title={isHolding ? 'Forward calls to Meta?' : 'Hold calls from now on?'} onClose={onClose}>
      <p>
        {isHolding
          ? 'From now on Pixel and Conversions API calls go on to Meta and count there, test orders too. Calls held so far are not sent.'
          : 'From now on nothing reaches Meta: Twinlane answers in its place. What was forwarded before stays with Meta.'}
      </p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {isHolding ? 'Keep holding' : 'Keep forwarding'}
        </button>
        <button type="button" className="button primary" onClick={change}>
          {isHolding ? 'Forward to Meta' : 'Hold'}
        </button>
      </div>
    </Dialog>
  );
}
