/** The sign of a verdict: its shape says it without colour. Halves stand for the lane that is filled. */
import type { Verdict } from '../../shared/model/pair.ts';
import { verdictWords } from '../../shared/view/verdict-words.ts';
import './verdict-sign.css';

export const verdictTone: Record<Verdict, 'good' | 'fair' | 'part' | 'bad'> = {
  deduplicated: 'good',
  fallback: 'fair',
  'double-counted': 'bad',
  'browser-only': 'part',
  'server-only': 'part',
};

export function VerdictSign({ verdict, size = 14 }: { verdict: Verdict; size?: number }) {
  return <span className={`verdict-sign sign-${verdict}`} style={{ width: size, height: size }} aria-hidden="true" />;
}

/** Sign, word and colour together, as one element. */
export function VerdictWord({ verdict }: { verdict: Verdict }) {
  return (
    <span className={`verdict-word tone-${verdictTone[verdict]} sign-${verdict}`}>{verdictWords[verdict].word}</span>
  );
}
