import type { ClassifiedColumn, ClassifiedDataset } from '#shared/contract/classify.ts';

/** A column that is in doubt and that nobody has decided. */
export const isOpenDoubt = (column: ClassifiedColumn): boolean =>
  column.decision === null && column.suggestion.needsReview;
/** How many columns are in doubt and undecided. */
export const openDoubts = (dataset: ClassifiedDataset): number => dataset.columns.filter(isOpenDoubt).length;
/** How many columns somebody has decided. */
export const decidedColumns = (dataset: ClassifiedDataset): number =>
  dataset.columns.filter(({ decision }) => decision !== null).length;
