/** What the values of a column become, level by level, as numbers. */
export interface CodedHierarchy {
  column: string;
  /**
   * From level 0, the values themselves, upwards. `of[value code]` is the place of a label in `labels`; `leaves` is, for
   * each label, how many leaves of the whole hierarchy lie under it, those that no row has among them. Each level is a
   * function of the one before.
   */
  levels: { labels: readonly string[]; of: Uint32Array; leaves: Uint32Array }[];
  /** Leaves of the whole hierarchy. */
  domain: number;
}
