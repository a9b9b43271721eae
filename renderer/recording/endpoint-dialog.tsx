/** How the test endpoint answers, and whether what comes to it goes on to Meta. */
import { useState } from 'react';
import type { EndpointMode, EndpointValidation } from '../../shared/model/session.ts';
import { setEndpointMode } from '../state/network.ts';
import { useSession } from '../state/session.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { showDialog } from '../state/view.ts';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalLine } from '../ui/refusal-line.tsx';
import './recording.css';

const choices: { validation: EndpointValidation; title: string; text: string }[] = [
  { validation: 'strict', title: 'Strict', text: 'Refuses what Meta would refuse, with Meta’s own message.' },
  {
    validation: 'lenient',
    title: 'Lenient',
    text: 'Accepts everything, and says in its answer what Meta would refuse.',
  },
];

export function EndpointDialog({ onClose }: { onClose: () => void }) {
  const mode = useSession((state) => state.status?.endpointMode ?? null);
  const [isAsking, setIsAsking] = useState(false);
  const { refusal, run } = useAttempt();
  if (mode === null) return null;
  const change = (part: Partial<EndpointMode>) => {
    setIsAsking(false);
    const { validation, forward } = { ...mode, ...part };
    void run(() => setEndpointMode({ validation, forward }));
  };
  return (
    <Dialog title="Test endpoint" onClose={onClose}>
      <fieldset className="delivery-choice">
        <legend>How it answers</legend>
        {choices.map(({ validation, title, text }) => (
          <label key={validation} className="choice">
            <input
              type="radio"
              name="validation"
              checked={mode.validation === validation}
              onChange={() => change({ validation })}
            />
            <span>
              <strong>{title}</strong>
              <span>{text}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {isAsking ? (
        <AskedOnce onKeep={() => setIsAsking(false)} onForward={() => change({ forward: true })} />
      ) : (
        <Forwarding mode={mode} onAsk={() => setIsAsking(true)} onEnd={() => change({ forward: false })} />
      )}
      {mode.allow.length > 0 && <p className="hint">Takes requests from {mode.allow.join(', ')} too.</p>}
      <RefusalLine text={refusal} />
    </Dialog>
  );
}

type ForwardingProps = { mode: EndpointMode; onAsk: () => void; onEnd: () => void };

function Forwarding({ mode, onAsk, onEnd }: ForwardingProps) {
  const isHolding = useSession((state) => state.status?.mode === 'hold');
  if (isHolding) {
    return (
      <p className="forwarding">
        <span>Nothing goes on to Meta: calls are held in this session.</span>
        <button type="button" className="link-button" onClick={() => showDialog('delivery')}>
          Hold or forward…
        </button>
      </p>
    );
  }
  return (
    <p className="forwarding">
      <span>
        {mode.forward
          ? 'What comes here goes on to Meta, with the sender’s own token, and Meta’s answer comes back.'
          : 'What comes here stays here.'}
      </span>
      <button type="button" className="link-button" onClick={mode.forward ? onEnd : onAsk}>
        {mode.forward ? 'Keep it here' : 'Send it on to Meta…'}
      </button>
    </p>
  );
}

function AskedOnce({ onKeep, onForward }: { onKeep: () => void; onForward: () => void }) {
  return (
    <div className="asked-once" role="alert">
      <p>
        From now on events sent to the endpoint go on to Meta with the sender’s own token and count there, test orders
        too. What came before is not sent.
      </p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onKeep}>
          Keep it here
        </button>
        <button type="button" className="button primary" onClick={onForward}>
          Send on to Meta
        </button>
      </div>
    </div>
  );
}
