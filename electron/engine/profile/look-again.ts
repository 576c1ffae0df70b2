import { writtenForms, type WrittenForm } from '#shared/domain/written-form.ts';
import type { ColumnProfile, ValueType } from '#shared/domain/profile.ts';
import { parseLikelyDate } from '#shared/sql/duckdb/parse-date.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { ColumnValues } from './column-values-of.ts';
import { numberForms, writtenNumbers, type WrittenNumbers } from './written-numbers.ts';

/** Values of a column that are looked at before all are. */
const looked = 40;
/** Columns in one statement of such looks. */
const together = 100;
/** Share of the rows that must be days for a column to be one of dates; the others are told. */
const enough = 0.9;

/** What a column is that no type fits as it stands: numbers as people write them, or dates with a few that are none. */
export interface LookedAgain extends Pick<ColumnProfile, 'dateForms' | 'numberMark' | 'strays'> {
  valueType: ValueType;
  lowest: number | null;
  highest: number | null;
  /** First and last day of dates (`YYYY-MM-DD`), where they can be told. */
  firstDay: string | null;
  lastDay: string | null;
}

interface Question {
  at: number;
  valueType: ValueType;
}

const isoDay = (value: string): string =>
  `(CASE WHEN regexp_matches(${value}, '^\\d{4}-\\d{2}-\\d{2}($|[T ]\\d{2}:\\d{2})') THEN TRY_CAST(${value} AS TIMESTAMP) END)`;
/** The ways of writing a day; null: ISO. */
const days: readonly { form: WrittenForm | null; read: (value: string) => string }[] = [
  { form: null, read: isoDay },
  ...writtenForms.map((form) => ({ form, read: (value: string) => parseLikelyDate(value, form) })),
];

/** A few values of each of these columns, as rows of `slot` and `v`. */
const fewOf = (of: ColumnValues['of'], some: readonly Question[]): string =>
  some.map(({ at }) => `(SELECT slot, v FROM ${of([at])} LIMIT ${looked})`).join(' UNION ALL ');

/** What columns of texts and of decimals could be, by a few of their values. */
async function likely(
  duck: Duck,
  of: ColumnValues['of'],
  questions: readonly Question[],
): Promise<{ numbers: number[]; dates: { at: number; ways: number[] }[] }> {
  const numbers: number[] = [];
  const dates: { at: number; ways: number[] }[] = [];
  for (let from = 0; from < questions.length; from += together) {
    const some = questions.slice(from, from + together);
    const rows = await duck.query(
      `SELECT slot, count(*) AS many, ${numberForms.map(({ is }, at) => `bool_and(${is('v')}) AS n${at}`).join(', ')}, ` +
        `${days.map(({ read }, at) => `count(${read('v')}) AS d${at}`).join(', ')} FROM (${fewOf(of, some)}) GROUP BY slot`,
    );
    for (const row of rows) {
      const slot = Number(row['slot']);
      const isText = some.find(({ at }) => at === slot)?.valueType === 'text';
      // A decimal can be read as it stands; only where its points may stand between thousands it could be another number.
      if (numberForms.some(({ mark }, at) => (isText || mark === ',') && row[`n${at}`] === true)) numbers.push(slot);
      const ways = days.flatMap((_, at) => (Number(row[`d${at}`]) >= 0.8 * Number(row['many']) ? [at] : []));
      if (isText && ways.length > 0) dates.push({ at: slot, ways });
    }
  }
  return { numbers, dates };
}

/** Dates of which some rows are none: by the form that most follow, several where none is told from another. */
async function datesWithStrays(
  duck: Duck,
  of: ColumnValues['of'],
  { at, ways }: { at: number; ways: readonly number[] },
): Promise<LookedAgain | null> {
  const reads = ways.map((way) => days[way]!.read('v'));
  const [row] = await duck.query(
    `SELECT sum(n)::BIGINT AS filled, bool_or(regexp_matches(v, '\\d:\\d{2}')) AS timed, ` +
      reads
        .flatMap((read, way) => [
          `sum(n) FILTER (${read} IS NOT NULL)::BIGINT AS rows${way}`,
          `strftime(min(${read}), '%Y-%m-%d') AS first${way}`,
          `strftime(max(${read}), '%Y-%m-%d') AS last${way}`,
          `bool_and(regexp_matches(v, '\\d{4}')) FILTER (${read} IS NOT NULL) AS whole${way}`,
        ])
        .join(', ') +
      ` FROM ${of([at])}`,
  );
  const rowsOf = (way: number): number => Number(row?.[`rows${way}`] ?? 0);
  const filled = Number(row?.['filled'] ?? 0);
  const most = Math.max(...ways.map((_, way) => rowsOf(way)));
  if (most < enough * filled || most === 0) return null;
  const fitting = ways.map((_, way) => way).filter((way) => rowsOf(way) === most);
  const [best] = fitting;
  const told = fitting.length === 1 && row?.[`whole${best}`] === true;
  const day = (end: 'first' | 'last'): string | null => (told ? String(row[`${end}${best}`]) : null);
  return {
    valueType: row?.['timed'] === true ? 'timestamp' : 'date',
    lowest: null,
    highest: null,
    dateForms: fitting.flatMap((way) => days[ways[way]!]!.form ?? []),
    firstDay: day('first'),
    lastDay: day('last'),
    numberMark: null,
    strays: filled - most,
  };
}

const asNumbers = ({ mark, whole, lowest, highest }: WrittenNumbers): LookedAgain => ({
  valueType: whole ? 'integer' : 'decimal',
  lowest,
  highest,
  dateForms: [],
  firstDay: null,
  lastDay: null,
  numberMark: mark,
  strays: 0,
});

/**
 * Looks again at columns that came out as texts, or as decimals: numbers with marks between thousands or a comma before
 * the decimals, and dates of which a few rows are none, are what they are written to be. By the columns' places.
 */
export async function lookAgain(
  duck: Duck,
  of: ColumnValues['of'],
  questions: readonly Question[],
): Promise<Map<number, LookedAgain>> {
  const open = questions.filter(({ valueType }) => valueType === 'text' || valueType === 'decimal');
  const found = new Map<number, LookedAgain>();
  if (open.length === 0) return found;
  const { numbers, dates } = await likely(duck, of, open);
  for (const at of numbers) {
    const read = await writtenNumbers(duck, of([at]));
    if (read !== null) found.set(at, asNumbers(read));
  }
  for (const question of dates) {
    const read = found.has(question.at) ? null : await datesWithStrays(duck, of, question);
    if (read !== null) found.set(question.at, read);
  }
  return found;
}
