/** The columns that the list of pairs can have, in their order. */
export const columnIds = [
  'time',
  'event',
  'verdict',
  'why',
  'gap',
  'id',
  'order',
  'value',
  'page',
  'dataset',
  'browser',
  'server',
  'findings',
] as const;
export type ColumnId = (typeof columnIds)[number];

export const columnsAtFirst: readonly ColumnId[] = ['time', 'event', 'verdict', 'why', 'gap', 'id', 'findings'];
