import { writtenForms, type WrittenForm } from '#shared/domain/written-form.ts';
import { parseLikelyDate } from '#shared/sql/duckdb/parse-date.ts';
import type { ValueType } from '#shared/domain/profile.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';

/** SQL of a finite number, else NULL. */
const finite = (value: string): string =>
  `CASE WHEN isfinite(TRY_CAST(${value} AS DOUBLE)) THEN TRY_CAST(${value} AS DOUBLE) END`;

/** SQL that is true for a text that can be read as the type; narrower types first. */
const tests = {
  boolean: (value: string) => `lower(${value}) IN ('true', 'false')`,
  integer: (value: string) => `regexp_full_match(${value}, '[+-]?(0|[1-9][0-9]{0,17})')`,
  date: (value: string) =>
    `(regexp_full_match(${value}, '\\d{4}-\\d{2}-\\d{2}') AND TRY_CAST(${value} AS DATE) IS NOT NULL)`,
  timestamp: (value: string) =>
    `(regexp_matches(${value}, '^\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}') AND TRY_CAST(${value} AS TIMESTAMP) IS ` +
    'NOT NULL)',
  decimal: (value: string) => `(${finite(value)}) IS NOT NULL`,
} satisfies Partial<Record<ValueType, (value: string) => string>>;
export type Tested = keyof typeof tests;
const order = Object.keys(tests) as Tested[];
const isNumeric = (type: Tested): boolean => type === 'integer' || type === 'decimal';
/** Names of the result columns that say whether a value is a date in one of the written forms. */
const asked = writtenForms.map((form, at) => ({
  form,
  name: `form_${at}`,
  read: (value: string): string => parseLikelyDate(value, form),
}));

/**
 * Select list that says which types two texts of a column both follow: where they do not, no other value need be looked
 * at.
 */
export const couldBeList = (first: string, last: string): string =>
  [
    ...order.map((type) => `(${tests[type](first)} AND ${tests[type](last)}) AS could_be_${type}`),
    ...asked.map(({ name, read }) => `(${read(first)} IS NOT NULL AND ${read(last)} IS NOT NULL) AS could_be_${name}`),
  ].join(', ');

export interface ColumnType {
  valueType: ValueType;
  /** Smallest and largest number of a numeric column. */
  lowest: number | null;
  highest: number | null;
  /** How every value of a column of dates is written, other than ISO. Two forms: no value tells day from month. */
  dateForms: WrittenForm[];
  /**
   * The first and the last day (`YYYY-MM-DD`) of such a column; null where the order of day and month, or the century,
   * is not known.
   */
  firstDay: string | null;
  lastDay: string | null;
}

/**
 * A column to be typed: its place in the value table, a row with `couldBeList` of its first and last value in text
 * order (and `testedList`, where its values were tested when they were measured), and the first.
 */
export interface TypeQuestion {
  at: number;
  ends: Record<string, unknown>;
  first: string;
}

const candidatesOf = ({ ends, first }: TypeQuestion): Tested[] =>
  order.filter((type) => ends[`could_be_${type}`] === true && !(type === 'decimal' && /^[+-]?0\d/.test(first)));

const plain = (valueType: ValueType, lowest: number | null = null, highest: number | null = null): ColumnType => ({
  valueType,
  lowest,
  highest,
  dateForms: [],
  firstDay: null,
  lastDay: null,
});

/** A column by the narrowest type that all its values follow; null where that is none of `tests`. */
function testedType(row: Record<string, unknown>, candidates: readonly Tested[]): ColumnType | null {
  const valueType = candidates.find((type) => row[`is_${type}`] === true);
  if (valueType === undefined) return null;
  const numeric = valueType === 'integer' || valueType === 'decimal';
  return numeric ? plain(valueType, Number(row['lowest']), Number(row['highest'])) : plain(valueType);
}

/**
 * What the first and the last text of some columns leave open: the types that all their values could follow. Null where
 * they could be dates that are not written as ISO does: those are asked for more than their type.
 * @param ends the two texts, by column
 */
export async function openTypes(
  duck: Duck,
  ends: readonly { first: string | null; last: string | null }[],
): Promise<(readonly Tested[] | null)[]> {
  const lines = ends.map((_, at) => `(${at}, $${2 * at + 1}::VARCHAR, $${2 * at + 2}::VARCHAR)`);
  const rows = await duck.query(
    `SELECT ${couldBeList('first', 'last')} FROM (VALUES ${lines.join(', ')}) AS ends(slot, first, last) ORDER BY slot`,
    ends.flatMap(({ first, last }) => [first, last]),
  );
  return rows.map((row) =>
    asked.some(({ name }) => row[`could_be_${name}`] === true)
      ? null
      : order.filter((type) => row[`could_be_${type}`] === true),
  );
}

/** Aggregates that say whether all values of a column that are there follow these types; named `<prefix><what>`. */
export const testList = (value: string, types: readonly Tested[], prefix: string): string[] => [
  ...types.map(
    (type) =>
      `bool_and(CASE WHEN ${value} IS NOT NULL THEN coalesce(${tests[type](value)}, false) END) AS ${prefix}is_${type}`,
  ),
  ...(types.some(isNumeric)
    ? [`min(${finite(value)}) AS ${prefix}lowest`, `max(${finite(value)}) AS ${prefix}highest`]
    : []),
];

/** The same by their names alone, for a row of each column: NULL where nothing was asked. */
export const testedList = (types: readonly Tested[], prefix: string): string[] => [
  ...order.map((type) => `${types.includes(type) ? `${prefix}is_${type}` : 'NULL'} AS is_${type}`),
  ...['lowest', 'highest'].map((end) => `${types.some(isNumeric) ? `${prefix}${end}` : 'NULL'} AS ${end}`),
  `${types.length > 0} AS tested`,
];

/** A column of dates by the forms that all its values follow: with a time of day where one has it. */
function writtenType(row: Record<string, unknown>): ColumnType | null {
  const fitting = asked.filter(({ name }) => row[`is_${name}`] === true);
  if (fitting.length === 0) return null;
  // Of two signs of a year nobody knows the century.
  const day = (end: 'first' | 'last'): string | null =>
    fitting.length > 1 || row['whole_years'] !== true ? null : String(row[`${end}_${fitting[0]!.name}`]);
  return {
    ...plain(row['timed'] === true ? 'timestamp' : 'date'),
    dateForms: fitting.map(({ form }) => form),
    firstDay: day('first'),
    lastDay: day('last'),
  };
}

/** The select list that types the columns of one group, which could all be of the same types. */
function typeList(candidates: readonly Tested[], forms: readonly string[]): string {
  const whether = (name: string, test: string | null): string =>
    `${test === null ? 'false' : `bool_and(coalesce(${test}, false))`} AS is_${name}`;
  const end = (name: string, read: string | null, fold: 'min' | 'max'): string =>
    read === null ? 'NULL' : `strftime(${fold}(${read}), '%Y-%m-%d')`;
  return [
    ...order.map((type) => whether(type, candidates.includes(type) ? tests[type]('v') : null)),
    ...asked.flatMap(({ name, read }) => {
      const sql = forms.includes(name) ? read('v') : null;
      return [
        whether(name, sql && `${sql} IS NOT NULL`),
        `${end(name, sql, 'min')} AS first_${name}`,
        `${end(name, sql, 'max')} AS last_${name}`,
      ];
    }),
    `${forms.length === 0 ? 'false' : "bool_or(regexp_matches(v, '\\d:\\d{2}'))"} AS timed`,
    `${forms.length === 0 ? 'false' : "bool_and(regexp_matches(v, '\\d{4}'))"} AS whole_years`,
  ].join(', ');
}

/**
 * The narrowest type that every value of a column follows, by its place; numbers with leading zeros are text, because
 * the zeros would be lost. Dates are read as a release and a recommendation read them.
 * @param values FROM item with the values `v` of the columns at these places `slot`
 */
export async function columnTypes(
  duck: Duck,
  values: (slots: readonly number[]) => string,
  questions: readonly TypeQuestion[],
): Promise<Map<number, ColumnType>> {
  const types = new Map<number, ColumnType>(
    questions.map((question) => [question.at, testedType(question.ends, candidatesOf(question)) ?? plain('text')]),
  );
  const open = questions
    .filter(({ ends }) => ends['tested'] !== true)
    .map((question) => ({
      at: question.at,
      candidates: candidatesOf(question),
      forms: asked.map(({ name }) => name).filter((name) => question.ends[`could_be_${name}`] === true),
    }))
    .filter(({ candidates, forms }) => candidates.length + forms.length > 0);
  if (open.length === 0) return types;
  // Columns that could be of the same types are tested by the same statement.
  const alike = new Map<string, typeof open>();
  for (const question of open) {
    const key = [...question.candidates, ...question.forms].join();
    alike.set(key, (alike.get(key) ?? []).concat(question));
  }
  const rows = await duck.query(
    [...alike.values()]
      .map((group) => {
        const { candidates, forms } = group[0]!;
        return (
          `SELECT slot, ${typeList(candidates, forms)}, min(x) AS lowest, max(x) AS highest FROM (SELECT slot, v, ` +
          `${candidates.some(isNumeric) ? finite('v') : 'NULL::DOUBLE'} AS ` +
          `x FROM ${values(group.map(({ at }) => at))}) GROUP BY slot`
        );
      })
      .join(' UNION ALL '),
  );
  for (const row of rows) types.set(Number(row.slot), testedType(row, order) ?? writtenType(row) ?? plain('text'));
  return types;
}
