/** Connecting a server: which kind was chosen last, and what the connection check found. */
import { create } from 'zustand';
import { Refusal } from '../../shared/api/errors.ts';
import type { WayCheck } from '../../shared/model/way-check.ts';
import { callCore } from './core-calls.ts';

type ConnectState = {
  /** Id of the backend whose card is open. */
  chosen: string;
  isChecking: boolean;
  /** Null before the first check. */
  ways: WayCheck[] | null;
  /** Why there is nothing to check. */
  refusal: string | null;
};

export const useConnect = create<ConnectState>(() => ({
  chosen: 'node-sdk',
  isChecking: false,
  ways: null,
  refusal: null,
}));

export function chooseBackend(chosen: string): void {
  useConnect.setState({ chosen });
}

/** Sends a marked event through each way. One at a time; what was found before stays until the new is there. */
export async function checkConnection(): Promise<void> {
  if (useConnect.getState().isChecking) return;
  useConnect.setState({ isChecking: true });
  try {
    const { ways } = await callCore('sources.check', {});
    useConnect.setState({ ways, refusal: null });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    useConnect.setState({ ways: null, refusal: error.message });
  } finally {
    useConnect.setState({ isChecking: false });
  }
}
