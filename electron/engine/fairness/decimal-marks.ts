import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteText } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { AuditColumns, DecimalMark } from './asked-audit.ts';
import { textOf } from './cell-sql.ts';

/** What numbers of each column are read with. */
export type DecimalMarks = Record<'outcome' | 'label' | 'score', DecimalMark>;

/**
 * A number that is written with the mark beyond doubt: where three digits follow it might part thousands, unless
 * nothing but zeros stands before it or the other mark does that.
 */
const surelyWith = (mark: DecimalMark): string => {
  const [decimal, other] = mark === ',' ? [',', '[.]'] : ['[.]', ','];
  const whole = `(0+|[0-9]{4,}|[0-9]{1,3}(${other}[0-9]{3})+)${decimal}[0-9]+`;
  return `^[+-]?(${whole}|[0-9]*${decimal}([0-9]{1,2}|[0-9]{4,}))$`;
};

/** The mark that more cells of the column are surely written with; a point where that tells nothing. */
export async function markOf(duck: Duck, relation: string, column: SourceColumn): Promise<DecimalMark> {
  const written = (mark: DecimalMark): string =>
    `count(*) FILTER (regexp_matches(${textOf(column)}, ${quoteText(surelyWith(mark))}))`;
  const [read] = await duck.query<{ point: number; comma: number }>(
    `SELECT ${written('.')} AS point, ${written(',')} AS comma FROM ${relation}`,
  );
  return read !== undefined && read.comma > read.point ? ',' : '.';
}

/**
 * The decimal mark of every column that is read as numbers.
 * @param numbers whether outcome and label are compared as numbers; the score is one
 */
export async function decimalMarks(
  { duck, relation }: { duck: Duck; relation: string },
  columns: AuditColumns,
  numbers: { outcome: boolean; label: boolean },
): Promise<DecimalMarks> {
  const found = async (column: SourceColumn | null, isNumber: boolean): Promise<DecimalMark> =>
    column === null || !isNumber ? '.' : markOf(duck, relation, column);
  return {
    outcome: await found(columns.outcome, numbers.outcome),
    label: await found(columns.label, numbers.label),
    score: await found(columns.score, true),
  };
}
