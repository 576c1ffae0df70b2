/** Sizes of classes and how many classes have each. */
type Sizes = readonly { size: number; classes: number }[];

const rowsOf = (sizes: Sizes): number => sizes.reduce((sum, { size, classes }) => sum + size * classes, 0);

/** Chance of finding somebody in their class, averaged over everybody: classes / rows. 0 where there is nobody. */
export function averageRisk(sizes: Sizes): number {
  const rows = rowsOf(sizes);
  return rows === 0 ? 0 : sizes.reduce((sum, { classes }) => sum + classes, 0) / rows;
}

/** Share of the rows that are in classes of these sizes. */
export function shareIn(sizes: Sizes, isMeant: (size: number) => boolean): number {
  const rows = rowsOf(sizes);
  return rows === 0 ? 0 : rowsOf(sizes.filter(({ size }) => isMeant(size))) / rows;
}
