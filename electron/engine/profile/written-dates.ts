import { writtenForms, type WrittenForm } from '#shared/domain/written-form.ts';
import { parseLikelyDate } from '#shared/sql/duckdb/parse-date.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { filled } from './column-values.ts';
import type { Duck } from '../analysis/open-duck.ts';

/** Share of the values that must be days for the column to be one of dates; the rest is a note here and there. */
const enough = 0.9;

/** Values looked at before a column is read whole. */
const looked = 2_000;

/**
 * The days of a column: SQL that reads one of its values as a moment (null: none), the first and last as ISO dates, and
 * whether every value is one.
 */
export interface WrittenDates {
  moment: string;
  first: string;
  last: string;
  every: boolean;
}

/**
 * Whether a column of texts holds days written as people write them, and in which form. Null where too few values are
 * days, or where day and month could be either way round for every one of them: an order that may be wrong is worse
 * than none.
 */
export async function writtenDates(duck: Duck, relation: string, physical: string): Promise<WrittenDates | null> {
  const value = filled(quoteIdentifier(physical));
  const read = (form: WrittenForm): string => parseLikelyDate(value, form);
  /** The forms that enough values of these rows follow, the commonest alone where one is. */
  const fitting = async (some: readonly WrittenForm[], rows: string): Promise<WrittenForm[]> => {
    if (some.length === 0) return [];
    const [counts] = await duck.query<Record<string, number>>(
      `SELECT count(${value}) AS filled, ${some.map((form, at) => `count(${read(form)}) AS f${at}`).join(', ')} ` +
        `FROM ${rows}`,
    );
    const found = some.map((_, at) => Number(counts?.[`f${at}`] ?? 0));
    const most = Math.max(...found);
    return most === 0 || most < enough * Number(counts?.['filled'] ?? 0)
      ? []
      : some.filter((_, at) => found[at] === most);
  };
  // A look at the beginning tells most columns of texts from dates; only the others are read whole.
  const likely = await fitting(
    writtenForms,
    `(SELECT ${quoteIdentifier(physical)} FROM ${relation} WHERE ${value} IS NOT NULL LIMIT ${looked})`,
  );
  const [form, other] = await fitting(likely, relation);
  if (form === undefined || other !== undefined) return null;
  const moment = read(form);
  const [ends] = await duck.query<{ first: string; last: string; every: boolean }>(
    `SELECT strftime(min(m), '%Y-%m-%d') AS first, strftime(max(m), '%Y-%m-%d') AS last, count(m) = count(v) AS ` +
      `"every" FROM (SELECT ${moment} AS m, ${value} AS v FROM ${relation})`,
  );
  return ends ? { moment, ...ends } : null;
}
