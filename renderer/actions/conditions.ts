/** When an action can be done. */
import { useSession } from '../state/session.ts';
import { useView } from '../state/view.ts';

export const hasPairs = () => useSession.getState().rows.pairs.size > 0;
export const hasSelection = () => useView.getState().selected !== null && hasPairs();
export const isOpen = () => {
  const { status } = useSession.getState();
  return status !== null && (status.capture.state !== 'idle' || status.inputs.length > 0 || status.file !== null);
};
export const isRecording = () => useSession.getState().status?.capture.state === 'recording';
export const isStored = () => (useSession.getState().status?.label ?? null) !== null;
