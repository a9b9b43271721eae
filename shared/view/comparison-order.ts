/** The fields of two copies in the order in which they matter: differences, then one side only, then what is equal. */
import type { FieldComparison } from './rows.ts';

const rank: Record<FieldComparison['state'], number> = { differs: 0, 'browser-only': 1, 'server-only': 1, same: 2 };

export const comparisonWords: Record<FieldComparison['state'], string> = {
  differs: 'Differs',
  'browser-only': 'Only browser',
  'server-only': 'Only server',
  same: 'Same',
};

/** Differences first, then what one side alone has, then what is equal. */
export function compareStates(a: FieldComparison, b: FieldComparison): number {
  return rank[a.state] - rank[b.state];
}

/** Keeps the order of the core within each kind. `isAmiss`: of a field that is worth a look although both agree. */
export function splitComparison(
  fields: readonly FieldComparison[],
  isAmiss: (field: string) => boolean = () => false,
): {
  notable: FieldComparison[];
  same: FieldComparison[];
} {
  const isNotable = ({ state, field }: FieldComparison) => state !== 'same' || isAmiss(field);
  const notable = fields.filter(isNotable).sort(compareStates);
  return { notable, same: fields.filter((field) => !isNotable(field)) };
}
