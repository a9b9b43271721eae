/** What became of the user's last action: what is under way, what was refused, what is done. */
import { create } from 'zustand';
import { Refusal } from '../../shared/api/errors.ts';

export type Feedback = { kind: 'refused' | 'done'; text: string };

export const useFeedback = create<{ busy: string | null; feedback: Feedback | null }>(() => ({
  busy: null,
  feedback: null,
}));

/** Runs one action at a time and shows its refusal. Resolves to whether it succeeded. */
export async function attempt(busy: string, action: () => Promise<unknown>): Promise<boolean> {
  if (useFeedback.getState().busy !== null) return false;
  useFeedback.setState({ busy, feedback: null });
  try {
    await action();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    useFeedback.setState({ feedback: { kind: 'refused', text: error.message } });
    return false;
  } finally {
    useFeedback.setState({ busy: null });
  }
}

export function tell(text: string): void {
  useFeedback.setState({ feedback: { kind: 'done', text } });
}

export function dismissFeedback(): void {
  useFeedback.setState({ feedback: null });
}
