/** Says that the core cannot be reached, what that means, and how to get it back. */
import { useSession } from '../state/session.ts';
import { reconnectNow } from '../state/sync.ts';
import { Icon } from './icon.tsx';

const words = {
  lost: {
    title: 'Not connected to Twinlane.',
    text: 'What was recorded is safe on disk. Looking for it again by itself.',
  },
  'turned-away': {
    title: 'This address is not valid any more.',
    text: 'Twinlane was started anew. Open the address that it printed, with the part after #.',
  },
};

export function ConnectionBar() {
  const phase = useSession((state) => state.phase);
  if (phase !== 'lost' && phase !== 'turned-away') return null;
  return (
    <div className="connection-bar tone-bad" role="alert">
      <Icon name="warning" />
      <p>
        <strong>{words[phase].title}</strong> {words[phase].text}
      </p>
      <button type="button" className="button small" onClick={reconnectNow}>
        Reconnect now
      </button>
    </div>
  );
}
