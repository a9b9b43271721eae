/** What the core says about itself and this machine, for the start page. */
import { create } from 'zustand';
import type { CallOutput } from '../../shared/api/contract.ts';
import { callCore } from './core-calls.ts';

export const useDescription = create<{ about: CallOutput<'app.describe'> | null }>(() => ({ about: null }));

/** Keeps what was known where the core cannot be reached. */
export async function refreshDescription(): Promise<void> {
  const about = await callCore('app.describe', {}).catch(() => null);
  if (about !== null) useDescription.setState({ about });
}
