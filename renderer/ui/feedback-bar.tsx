/** One line on what became of the last action; it stays until it is dismissed or the next action begins. */
import { oneLine } from '../../shared/view/visible-text.ts';
import { dismissFeedback, type Offer, useFeedback } from '../state/feedback.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from './icon.tsx';

/** A reason may quote what was read, and that may have no end. */
const longestText = 600;

export function FeedbackBar() {
  const feedback = useFeedback((state) => state.feedback);
  const isSaidAlready = useSession(({ status }) => {
    return status?.capture.state === 'failed' && status.capture.reason === feedback?.text;
  });
  return (
    <div className="feedback-place" role="status">
      {feedback !== null && !isSaidAlready && (
        <div className={`feedback tone-${feedback.kind === 'refused' ? 'bad' : 'good'}`}>
          <Icon name={feedback.kind === 'refused' ? 'error' : 'check'} />
          <p>{oneLine(feedback.text, longestText)}</p>
          {feedback.offer !== undefined && <OfferButton offer={feedback.offer} />}
          <button
            type="button"
            className="button quiet square"
            onClick={dismissFeedback}
            aria-label={texts.ui.dismissFeedback}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      )}
    </div>
  );
}

function OfferButton({ offer: { title, act } }: { offer: Offer }) {
  const take = () => {
    dismissFeedback();
    void act();
  };
  return (
    <button type="button" className="link-button" onClick={take}>
      {title}
    </button>
  );
}
