/** How the test endpoint answers, and whether what comes to it goes on to Meta. */
import { useState } from 'react';
import type { EndpointMode, EndpointValidation } from '../../shared/model/session.ts';
import { setEndpointMode } from '../state/network.ts';
import { useSession } from '../state/session.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalLine } from '../ui/refusal-line.tsx';
import './recording.css';

const words = texts.recording.endpoint;
const choices: readonly EndpointValidation[] = ['strict', 'lenient'];

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
    <Dialog title={words.title} onClose={onClose}>
      <fieldset className="delivery-choice">
        <legend>{words.validation}</legend>
        {choices.map((validation) => (
          <label key={validation} className="choice">
            <input
              type="radio"
              name="validation"
              checked={mode.validation === validation}
              onChange={() => change({ validation })}
            />
            <span>
              <strong>{words[validation].title}</strong>
              <span>{words[validation].text}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {isAsking ? (
        <AskedOnce onKeep={() => setIsAsking(false)} onForward={() => change({ forward: true })} />
      ) : (
        <Forwarding mode={mode} onAsk={() => setIsAsking(true)} onEnd={() => change({ forward: false })} />
      )}
      {mode.allow.length > 0 && <p className="hint">{words.allowed(mode.allow)}</p>}
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
        <span>{words.isHeld}</span>
        <button type="button" className="link-button" onClick={() => showDialog('delivery')}>
          {words.changeDelivery}
        </button>
      </p>
    );
  }
  return (
    <p className="forwarding">
      <span>{mode.forward ? words.isForwarded : words.isKept}</span>
      <button type="button" className="link-button" onClick={mode.forward ? onEnd : onAsk}>
        {mode.forward ? words.keep : words.askToForward}
      </button>
    </p>
  );
}

function AskedOnce({ onKeep, onForward }: { onKeep: () => void; onForward: () => void }) {
  return (
    <div className="asked-once" role="alert">
      <p>{words.warning}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onKeep}>
          {words.keep}
        </button>
        <button type="button" className="button primary" onClick={onForward}>
          {words.forward}
        </button>
      </div>
    </div>
  );
}
