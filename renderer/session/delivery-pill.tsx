/** What reached Meta and what did not, always in sight; the way to change it. */
import type { SessionStatus } from '../../shared/model/session.ts';
import { deliveryWords } from '../../shared/view/delivery-words.ts';
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';

const { toForward, toHold } = texts.session.delivery;

export function DeliveryPill({ status }: { status: SessionStatus }) {
  const words = deliveryWords(status);
  const content = (
    <>
      <Icon name={status.mode === 'hold' ? 'shield' : 'forward'} size={15} />
      <span>{words}</span>
    </>
  );
  if (status.capture.state !== 'recording') return <span className={`delivery ${status.mode}`}>{content}</span>;
  return (
    <button
      type="button"
      className={`delivery ${status.mode}`}
      onClick={() => showDialog('delivery')}
      title={status.mode === 'hold' ? toForward.title : toHold.title}
    >
      {content}
      <Icon name="chevron" size={12} />
    </button>
  );
}
