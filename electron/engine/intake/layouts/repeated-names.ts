import { detectHeader } from '#engine/intake/csv/detect-header.ts';
import type { TextRecord } from '#engine/intake/csv/parse-text.ts';

const most = 3;

const cellsOf = ({ fields }: TextRecord): string => JSON.stringify(fields.map((cell) => cell.trim()));

/**
 * Rows of names that say the same, one below the other, as files that were put together have them: the first rows where
 * they are equal in every cell and read like names over rows that say something else; else 1.
 */
export function repeatedNames(records: readonly TextRecord[]): 1 | 2 | 3 {
  const first = records[0];
  if (!first || first.fields.length < 2 || first.fields.some((cell) => cell.trim() === '')) return 1;
  const names = cellsOf(first);
  let rows = 1;
  while (rows < records.length && cellsOf(records[rows]!) === names) rows += 1;
  if (rows < 2 || rows > most || rows >= records.length) return 1;
  const { header, lead } = detectHeader(records.slice(rows - 1));
  return header && lead > 0 ? (rows as 2 | 3) : 1;
}
