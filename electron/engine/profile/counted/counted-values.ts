import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { readCsv } from '#engine/analysis/readers.ts';
import type { PlacedColumn } from '../column-parts.ts';
import { valuesOfTable, type ColumnValues } from '../column-values-of.ts';
import { couldBeList, type Tested } from '../column-type.ts';
import type { ApartColumn, CountedText } from './count-text.ts';

/** The kept texts of a counted text, in the temporary table `name`. */
export async function keptValues(duck: Duck, { lines, rows }: CountedText, name: string): Promise<ColumnValues> {
  const read = readCsv(lines.path, {
    columns: ['slot', 'n', 'v'],
    delimiter: lines.delimiter,
    quote: lines.quote,
    escape: lines.quote,
    header: false,
    newLine: '\\n',
    fillShort: false,
    parallel: true,
  });
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${name} AS SELECT slot::INTEGER AS slot, v, n::BIGINT AS n FROM ${read}`,
  );
  return valuesOfTable(duck, name, rows);
}

/** The type that every text of a column was found to follow, where the count says so. */
function countedType({ filled, integers, days, moments }: ApartColumn): Tested | null {
  if (integers === filled) return 'integer';
  if (days === filled) return 'date';
  return moments === filled ? 'timestamp' : null;
}

/** Columns of a counted text in which nearly every row has its own; the lines of each are read from `relation`. */
export async function apartValues(
  duck: Duck,
  relation: string,
  columns: readonly PlacedColumn[],
  { apart, rows }: CountedText,
): Promise<ColumnValues> {
  const facts = columns.map(({ at }) => apart.get(at)!);
  const ends = facts.map((_, slot) => `(${slot}, $${2 * slot + 1}::VARCHAR, $${2 * slot + 2}::VARCHAR)`);
  const read = await duck.query(
    `SELECT *, ${couldBeList('first', 'last')} FROM (VALUES ${ends.join(', ')}) AS ends(slot, first, last) ORDER BY slot`,
    facts.flatMap(({ first, last }) => [first, last]),
  );
  const measured = read.flatMap((row, slot) => {
    const { filled, distinct, shortest, longest, lengths, lowest, highest } = facts[slot]!;
    if (filled === 0) return [];
    const type = countedType(facts[slot]!);
    const tested = type === null ? {} : { tested: true, [`is_${type}`]: true, lowest, highest };
    return [{ ...row, distinct, filled, shortest, longest, mean: lengths / filled, shortened: 0, ...tested }];
  });
  const lines = (slot: number): string =>
    `SELECT ${slot} AS slot, v, 1 AS n FROM (SELECT ${quoteIdentifier(columns[slot]!.physical)} AS v FROM ` +
    `${relation}) WHERE v IS NOT NULL`;
  return {
    of: (slots) => `(${slots.map(lines).join(' UNION ALL ')})`,
    rows,
    measured,
    top: new Map(facts.map(({ top }, slot) => [slot, top])),
    once: false,
  };
}
