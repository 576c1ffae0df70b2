import type { ColumnFacts } from './column-facts.ts';

/** `d1`, `a23`: a letter or two and a number. */
const lettered = /^(\p{L}{1,2})[_ .-]?(\d{1,3})$/u;
/** So many in a row are the items of a form, whatever `T4` or `B12` means by itself. */
const leastInRow = 5;
/** Numbers that are left out among them. */
const mostGaps = 1.5;

/**
 * Columns that a form merely numbers, letter by letter, have no name: `d1`…`d12`, `a1`…`a23`. Their facts are given back
 * with a name that says nothing; all others as they are.
 */
export function withoutNumbers(columns: readonly ColumnFacts[]): ColumnFacts[] {
  const runs = new Map<string, number[]>();
  for (const { header } of columns) {
    const [, letters = '', number = ''] = lettered.exec(header.text) ?? [];
    if (letters !== '') runs.set(letters, [...(runs.get(letters) ?? []), Number(number)]);
  }
  const numbered = new Set(
    [...runs]
      .filter(([, numbers]) => {
        const span = Math.max(...numbers) - Math.min(...numbers) + 1;
        return new Set(numbers).size >= leastInRow && span <= mostGaps * numbers.length;
      })
      .map(([letters]) => letters),
  );
  return columns.map((facts) => {
    const letters = lettered.exec(facts.header.text)?.[1];
    if (letters === undefined || facts.header.mute || !numbered.has(letters)) return facts;
    return { ...facts, header: { ...facts.header, mute: true, itemOf: letters } };
  });
}
