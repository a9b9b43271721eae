/** The sign of a verdict: its shape says it without colour. Halves stand for the lane that is filled. */
import type { ReactNode } from 'react';
import type { Verdict } from '../../shared/model/pair.ts';
import { verdictWords } from '../../shared/view/verdict-words.ts';

export const verdictTone: Record<Verdict, 'good' | 'fair' | 'part' | 'bad'> = {
  deduplicated: 'good',
  fallback: 'fair',
  'double-counted': 'bad',
  'browser-only': 'part',
  'server-only': 'part',
};

const ring = <circle cx="8" cy="8" r="6" />;

const drawings: Record<Verdict, ReactNode> = {
  deduplicated: (
    <>
      <circle cx="8" cy="8" r="6.75" className="filled" />
      <path d="M5 8.3l2.1 2.1L11 6" className="on-filled" />
    </>
  ),
  fallback: (
    <>
      <circle cx="8" cy="8" r="6" strokeDasharray="2.4 2.3" />
      <path d="M5.4 8.2l1.8 1.9 3.4-3.9" />
    </>
  ),
  'double-counted': (
    <>
      <rect x="1.25" y="1.25" width="13.5" height="13.5" rx="3.6" className="filled" />
      <path d="M5.9 6.2c.1-2.6 4.2-2.5 4.2 0 0 1.7-4.2 2.9-4.2 5.1h4.4" className="on-filled" />
    </>
  ),
  'browser-only': (
    <>
      {ring}
      <path d="M2 8a6 6 0 0 1 12 0z" className="filled" />
    </>
  ),
  'server-only': (
    <>
      {ring}
      <path d="M2 8a6 6 0 0 0 12 0z" className="filled" />
    </>
  ),
};

export function VerdictSign({ verdict, size = 14 }: { verdict: Verdict; size?: number }) {
  return (
    <svg
      className={`verdict-sign tone-${verdictTone[verdict]}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {drawings[verdict]}
    </svg>
  );
}

/** Sign, word and colour together. */
export function VerdictWord({ verdict }: { verdict: Verdict }) {
  return (
    <span className={`verdict-word tone-${verdictTone[verdict]}`}>
      <VerdictSign verdict={verdict} />
      <span>{verdictWords[verdict].word}</span>
    </span>
  );
}
