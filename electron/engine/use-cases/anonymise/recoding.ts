import type { CodedHierarchy } from '#engine/anonymise/coded/coded-hierarchy.ts';

/** One level for each column, and rows whose cells are all suppressed. */
export interface Recoding {
  hierarchies: readonly CodedHierarchy[];
  /** One per hierarchy. */
  levels: Uint8Array;
  /** One per row: 1 where it is suppressed. */
  hidden: Uint8Array;
}

/** What a suppressed cell reads. */
export const suppressed = '*';
