import type { Classes } from '../groupings.ts';

/** Classes with those that are left out. */
export interface JudgedClasses {
  classes: Classes;
  /** One per class: 1 where its rows are suppressed. */
  hidden: Uint8Array;
  hiddenRows: number;
}

/** How much a choice of levels loses: less is better. */
export interface Utility {
  score(judged: JudgedClasses): number;
  /** What no choice of these levels or coarser ones can score below, whatever is suppressed; without a look at a row. */
  bound(levels: ArrayLike<number>): number;
  /** The same, once the classes at these levels are known. */
  boundAbove(classes: Classes): number;
}
