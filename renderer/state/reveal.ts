/** Customer information, cookies and click ids are masked; they are shown while a person holds the eye. */
import { create } from 'zustand';

export const useReveal = create<{ isRevealed: boolean }>(() => ({ isRevealed: false }));

export function setRevealed(isRevealed: boolean): void {
  if (useReveal.getState().isRevealed !== isRevealed) useReveal.setState({ isRevealed });
}
