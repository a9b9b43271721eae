/** What became of the user's last action: what is under way, what was refused, what is done. */
import { create } from 'zustand';
import { Refusal } from '../../shared/api/errors.ts';

/** `offer`: what can be done about it at once, such as taking it back. */
export type Feedback = { kind: 'refused' | 'done'; text: string; offer?: Offer };
export type Offer = { title: string; act(): unknown };

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
    tellRefusal(error);
    return false;
  } finally {
    useFeedback.setState({ busy: null });
  }
}

export function tell(text: string, offer?: Offer): void {
  useFeedback.setState({ feedback: { kind: 'done', text, ...(offer && { offer }) } });
}

/** Shows why the core refused; any other fault is ours and goes on. */
export function tellRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
  useFeedback.setState({ feedback: { kind: 'refused', text: error.message } });
}

export function dismissFeedback(): void {
  useFeedback.setState({ feedback: null });
}
