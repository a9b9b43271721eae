/** Says that the core cannot be reached, what that means, and how to get it back. */
import { useSession } from '../state/session.ts';
import { reconnectNow } from '../state/sync.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from './icon.tsx';

export function ConnectionBar() {
  const phase = useSession((state) => state.phase);
  if (phase !== 'lost' && phase !== 'turned-away') return null;
  const words = texts.ui.connection[phase];
  return (
    <div className="connection-bar tone-bad" role="alert">
      <Icon name="warning" />
      <p>
        <strong>{words.title}</strong> {words.text}
      </p>
      <button type="button" className="button small" onClick={reconnectNow}>
        {texts.ui.connection.retry}
      </button>
    </div>
  );
}
