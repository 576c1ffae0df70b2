import type { Duck } from '#engine/analysis/open-duck.ts';
import { fold } from '#shared/domain/fold.ts';
import { numberIn, totalWords } from './total-words.ts';

/** More rows than a person sums up by hand in one sheet: of larger tables the last row alone is looked at. */
export const mostSummed = 5000;

/** Figures over others stand below them. */
const mostBelow = 6;

const figureWords = new Set(
  (
    'average,avg,mean,median,count,minimum,maximum,std,stdev,durchschnitt,mittelwert,anzahl,moyenne,ecart type,' +
    'promedio,cantidad,gemiddelde,aantal,srednia,liczba,prumer,pocet,medelvarde,antal,keskiarvo,ortalama,среднее'
  ).split(','),
);

const plain = (cell: string): string =>
  fold(cell)
    .replace(/[-–]/gu, ' ')
    .replace(/[:.\s]+$/u, '')
    .trim();

/** `Total`, `Subtotal`, and with a name on either side: `Total North`, `North Total`. */
const isTotal = (cell: string): boolean => {
  const text = plain(cell);
  const words = text.split(' ');
  return (
    totalWords.has(text) ||
    (words.length <= 4 && [words[0]!, words.at(-1)!].some((word) => /^(?:sub|grand)?total[es]?$|summe$/.test(word)))
  );
};
const isFigure = (cell: string): boolean => figureWords.has(plain(cell));

/** Whether the cells say that a row sums up others. */
export const callsItselfTotal = (cells: readonly (string | null)[]): boolean =>
  cells.slice(0, 3).some((cell) => cell !== null && isTotal(cell));

class Sums {
  readonly #sums = new Map<number, number>();

  add(numbers: ReadonlyMap<number, number>): void {
    for (const [column, value] of numbers) this.#sums.set(column, (this.#sums.get(column) ?? 0) + value);
  }

  /** Whether half of the numbers at least are these sums, to half a cent or a millionth. */
  are(numbers: ReadonlyMap<number, number>): boolean {
    const met = [...numbers].filter(
      ([column, value]) =>
        Math.abs((this.#sums.get(column) ?? Number.NaN) - value) <= Math.max(1e-6 * Math.abs(value), 0.0051),
    );
    return met.length > 0 && met.length * 2 >= numbers.size;
  }
}

const numbersOf = (cells: readonly (string | null)[]): Map<number, number> =>
  new Map(
    cells.flatMap((cell, column): [number, number][] => {
      const read = cell === null ? null : numberIn(cell);
      return read === null || read.value === 0 ? [] : [[column, read.value]];
    }),
  );

/**
 * Rows that are called a total, a subtotal or another figure over the others, and whether every one is the sum of the
 * rows since the last such row, of all rows above it, or of all rows. Pure.
 */
export function weighTotals(rows: readonly (readonly (string | null)[])[]): { called: number; sum: boolean } {
  const named = rows.map((cells, at): 'total' | 'figure' | 'row' => {
    if (callsItselfTotal(cells)) return 'total';
    const below = at >= rows.length - mostBelow;
    return below && cells.slice(0, 3).some((cell) => cell !== null && isFigure(cell)) ? 'figure' : 'row';
  });
  const called = named.filter((name) => name !== 'row').length;
  // What half of the rows are called is what they are about.
  if (called === 0 || called > 0.5 * rows.length) return { called: 0, sum: false };
  const all = new Sums();
  for (const [at, cells] of rows.entries()) if (named[at] === 'row') all.add(numbersOf(cells));
  const above = new Sums();
  let block = new Sums();
  let sum = true;
  for (const [at, cells] of rows.entries()) {
    const numbers = numbersOf(cells);
    if (named[at] === 'row') for (const sums of [above, block]) sums.add(numbers);
    else {
      sum &&= named[at] === 'total' && [block, above, all].some((sums) => sums.are(numbers));
      block = new Sums();
    }
  }
  return { called, sum };
}

/** The same of a relation of up to `mostSummed` rows, in its order. */
export async function totalsWithin(duck: Duck, relation: string): Promise<{ called: number; sum: boolean }> {
  const read = await duck.raw.runAndReadAll(`SELECT * FROM ${relation} LIMIT ${mostSummed}`);
  return weighTotals(read.getRowsJson() as (string | null)[][]);
}
