import { scoreHeader } from './detect-header.ts';
import type { TextRecord } from './parse-text.ts';

const mostPreamble = 20;

/** All that it fills stands in its first two cells. */
const isPair = ({ fields }: TextRecord): boolean => fields.slice(2).every((cell) => cell.trim() === '');
const filledIn = ({ fields }: TextRecord): number => fields.filter((cell) => cell.trim() !== '').length;

/**
 * Lines before the table that have as many delimiters as its rows: spreadsheets pad them. They fill two cells at most
 * and never the last; the names below fill all of theirs, and so do most rows, and either a blank line stands before
 * the names, or what is above are words with a colon, or a title with pairs of a word and its value below it.
 * @returns how many; 0 where the table begins at once
 */
export function paddedPreamble(records: readonly TextRecord[], columns: number): number {
  const least = Math.min(2, columns - 1);
  let above = 0;
  while (
    above < Math.min(mostPreamble, records.length) &&
    filledIn(records[above]!) <= least &&
    (records[above]!.fields.at(-1) ?? '').trim() === ''
  )
    above += 1;
  if (above === 0 || records.length - above < 3) return 0;
  const table = records.slice(above);
  const names = table[0]!.fields.map((cell) => cell.trim());
  const full = table.filter((record) => filledIn(record) > least).length;
  if (names.length !== columns || names.includes('') || new Set(names).size < columns || full < 0.6 * table.length)
    return 0;
  const last = records[above - 1]!;
  const apart = table[0]!.line - last.line > 1 || filledIn(last) === 0;
  const labelled = records
    .slice(0, above)
    .every(({ fields }) => /:\s*$/.test(fields[0]!) || filledIn({ fields } as TextRecord) === 1);
  const { header, lead } = scoreHeader(table);
  const titled = columns > 3 && filledIn(records[0]!) === 1 && lead >= 1 && records.slice(0, above).every(isPair);
  return (apart || labelled || titled) && header && lead > 0 ? above : 0;
}
