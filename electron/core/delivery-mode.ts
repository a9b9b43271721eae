/** Changes what happens to calls while a session runs: held or sent on, and how the test endpoint answers. */
import type { CallInput } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import type { DeliveryMode, EndpointMode, SessionStatus } from '../../shared/model/session.ts';
import type { StatusBoard } from './status-board.ts';

/** Holding ends the endpoint's passing on too: then nothing reaches Meta. */
export function setDeliveryMode(status: StatusBoard, mode: DeliveryMode): void {
  const { endpointMode } = status.now();
  status.set({ mode, endpointMode: mode === 'hold' ? { ...endpointMode, forward: false } : endpointMode });
}

/** Refused where it would break the promise of holding. */
export function setEndpointMode(status: StatusBoard, change: CallInput<'endpoint.set-mode'>): void {
  const { mode, endpointMode } = status.now();
  if (change.forward && mode === 'hold') {
    throw new Refusal(
      'bad-input',
      'Calls to Meta are held in this session. Let them go on first, then the endpoint can too.',
    );
  }
  status.set({ endpointMode: { ...endpointMode, ...change } });
  if (change.forward && !endpointMode.forward) {
    status.notice('warning', "What comes to the test endpoint now goes on to Meta, with the sender's own token.");
  }
}

/** How the endpoint treats a request now. */
export function endpointModeOf({ mode, endpointMode }: SessionStatus): EndpointMode {
  return mode === 'hold' ? { ...endpointMode, forward: false } : endpointMode;
}
