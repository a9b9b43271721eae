/** The sign of a comparison: equal, unequal, or which of the two sides has it. */
import type { ReactNode } from 'react';
import type { FieldComparison } from '../../shared/view/rows.ts';

export const comparisonTone: Record<FieldComparison['state'], 'bad' | 'part' | 'quiet'> = {
  differs: 'bad',
  'browser-only': 'part',
  'server-only': 'part',
  same: 'quiet',
};

const drawings: Record<FieldComparison['state'], ReactNode> = {
  differs: <path d="M3.5 6h9M3.5 10h9M10.5 3l-5 10" />,
  'browser-only': (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M2.5 8a5.5 5.5 0 0 1 11 0z" className="filled" />
    </>
  ),
  'server-only': (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M2.5 8a5.5 5.5 0 0 0 11 0z" className="filled" />
    </>
  ),
  same: <path d="M3.5 6h9M3.5 10h9" />,
};

export function ComparisonSign({ state }: { state: FieldComparison['state'] }) {
  return (
    <svg className="icon" width="13" height="13" viewBox="0 0 16 16" aria-hidden="true">
      {drawings[state]}
    </svg>
  );
}
