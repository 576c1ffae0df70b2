import type { WrittenAs } from '#shared/domain/written-as.ts';
import { figuresText } from '#shared/text/figures.ts';

/**
 * How many lines stand alone over all columns, and how many equal one source row, as label and value; nothing of lines that
 * say how many people are in a group, give or take noise.
 */
export function aloneFigures(
  as: WrittenAs,
  { rowsOut, uniqueAllColumns, relinkable }: { rowsOut: number; uniqueAllColumns: number; relinkable: number },
): [string, string][] {
  if (as === 'noisy-counts') return [];
  const drawn = as === 'drawn';
  return [
    [figuresText.allColumns, (drawn ? figuresText.drawnUnique : figuresText.uniqueOf)(uniqueAllColumns, rowsOut)],
    [drawn ? figuresText.drawnAlike : figuresText.relinkable, figuresText.share(relinkable)],
  ];
}
