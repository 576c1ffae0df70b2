/** Lists of values that come with the program, each with what lies above them. */
export const knownHierarchyKinds = [
  'place',
  'country',
  'coordinates',
  'occupation',
  'education',
  'marital-status',
] as const;
export type KnownHierarchyKind = (typeof knownHierarchyKinds)[number];

/** Where a proposed hierarchy is from: a list, other columns of the same rows, or the values themselves. */
export const proposedHierarchyKinds = [
  ...knownHierarchyKinds,
  'columns',
  'frequency',
  'interval',
  'prefix',
  'cell',
  'date',
] as const;
export type ProposedHierarchyKind = (typeof proposedHierarchyKinds)[number];
