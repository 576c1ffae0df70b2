/** Values as they are: the finest level of a column whose values many people share. */
export interface ExactLevel {
  kind: 'exact';
}
/** Numbers between lower bounds, ascending; below the first bound is a group, too. */
export interface IntervalLevel {
  kind: 'interval';
  edges: number[];
}
/** Coordinates by the cell of a grid they lie in. `width` in degrees. */
export interface CellLevel {
  kind: 'cell';
  width: number;
}
/** Codes by so many of their first signs. */
export interface PrefixLevel {
  kind: 'prefix';
  length: number;
}
export type DateUnit = 'month' | 'quarter' | 'year' | 'decade';
/** Dates by the unit they lie in. */
export interface DateLevel {
  kind: 'date';
  unit: DateUnit;
}
/** These values by themselves, all others together. */
export interface TreeLevel {
  kind: 'tree';
  shown: string[];
}
export type HierarchyLevel = ExactLevel | IntervalLevel | CellLevel | PrefixLevel | DateLevel | TreeLevel;

/** Bounds that levels are choices of, ascending, with the labels of the groups that all of them make. */
export interface EdgeParts {
  kind: 'edges';
  edges: number[];
  labels: string[];
}
/** Values that levels are choices of, commonest first, and the label of all others together. */
export interface ValueParts {
  kind: 'values';
  values: string[];
  rest: string;
}

/**
 * How the values of one column are put into ever fewer groups. Levels go from fine to coarse, each a function of the
 * one before; above the last one all values are one group. None: the values tell of no group that many share.
 */
export interface Hierarchy<Level extends HierarchyLevel = HierarchyLevel> {
  levels: Level[];
  /** What its levels are choices of, so that a level between two of them can be made; null where they are no choices. */
  parts: EdgeParts | ValueParts | null;
}

/** A worked case: what a column's values look like, and the levels that follow. */
export interface HierarchyExample<Shape, Level> {
  name: string;
  shape: Shape;
  levels: Level[];
}

/** Builds hierarchies of one kind from the shape of a column, and from nothing else: no row, no clock. */
export interface HierarchyBuilder<Shape, Level extends HierarchyLevel, Parts = null> {
  /** Also the file's name. */
  id: string;
  build(shape: Shape): Hierarchy<Level> & { parts: Parts };
  examples: HierarchyExample<Shape, Level>[];
}
