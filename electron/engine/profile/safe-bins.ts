/** Rows between two edges, and how many people they are of. */
export interface FineBin {
  from: number;
  rows: number;
  people: number;
}
/**
 * A bin that may be shown: at least so many people are in it. The first and the last are open: nobody's smallest or
 * largest value is an edge.
 */
export interface SafeBin {
  from: number | null;
  to: number | null;
  rows: number;
}

/** A round width (1, 2 or 5 times a power of ten) that cuts the range into about ten. */
export function roundStep(low: number, high: number): number {
  const rough = (high - low) / 10;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= rough) ?? rough;
}

/**
 * Joins neighbours until each bin holds at least `least` people. `repeats`: a person may have rows in several bins, so
 * that the people of a joined bin are at least those of its fullest part and not their sum. Null where no two bins are
 * left: then nothing can be shown.
 */
export function safeBins(
  fine: readonly FineBin[],
  { least, repeats }: { least: number; repeats: boolean },
): SafeBin[] | null {
  const together = (a: number, b: number): number => (repeats ? Math.max(a, b) : a + b);
  const joined: FineBin[] = [];
  let open: FineBin | null = null;
  for (const bin of [...fine].sort((a, b) => a.from - b.from)) {
    open =
      open === null
        ? { ...bin }
        : { from: open.from, rows: open.rows + bin.rows, people: together(open.people, bin.people) };
    if (open.people < least) continue;
    joined.push(open);
    open = null;
  }
  const last = joined.at(-1);
  if (open !== null && last)
    joined[joined.length - 1] = {
      from: last.from,
      rows: last.rows + open.rows,
      people: together(last.people, open.people),
    };
  if (joined.length < 2) return null;
  return joined.map(({ from, rows }, at) => ({ from: at === 0 ? null : from, to: joined[at + 1]?.from ?? null, rows }));
}
