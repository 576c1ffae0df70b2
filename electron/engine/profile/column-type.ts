import type { ValueType } from '#shared/domain/profile.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';

/** SQL of a finite number, else NULL. */
const finite = (value: string): string => `CASE WHEN isfinite(TRY_CAST(${value} AS DOUBLE)) THEN TRY_CAST(${value} AS DOUBLE) END`;

/** SQL that is true for a text that can be read as the type; narrower types first. */
const tests = {
  boolean: (value: string) => `lower(${value}) IN ('true', 'false')`,
  integer: (value: string) => `regexp_full_match(${value}, '[+-]?(0|[1-9][0-9]{0,17})')`,
  date: (value: string) => `(regexp_full_match(${value}, '\\d{4}-\\d{2}-\\d{2}') AND TRY_CAST(${value} AS DATE) IS NOT NULL)`,
  timestamp: (value: string) => `(regexp_matches(${value}, '^\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}') AND TRY_CAST(${value} AS TIMESTAMP) IS NOT NULL)`,
  decimal: (value: string) => `(${finite(value)}) IS NOT NULL`,
} satisfies Partial<Record<ValueType, (value: string) => string>>;
type Tested = keyof typeof tests;
const order = Object.keys(tests) as Tested[];

/** Select list that says which types two texts of a column both follow: where they do not, no other value need be looked at. */
export const couldBeList = (first: string, last: string): string => order.map((type) => `(${tests[type](first)} AND ${tests[type](last)}) AS could_be_${type}`).join(', ');

export interface ColumnType {
  valueType: ValueType;
  /** Smallest and largest number of a numeric column. */
  lowest: number | null;
  highest: number | null;
}

/** A column to be typed: its place in the value table, a row with `couldBeList` of its first and last value in text order, and the first. */
export interface TypeQuestion {
  at: number;
  ends: Record<string, unknown>;
  first: string;
}

const candidatesOf = ({ ends, first }: TypeQuestion): Tested[] => order.filter((type) => ends[`could_be_${type}`] === true && !(type === 'decimal' && /^[+-]?0\d/.test(first)));

/** The narrowest type that every value of a column follows, by its place; numbers with leading zeros are text, because the zeros would be lost. */
export async function columnTypes(duck: Duck, table: string, questions: readonly TypeQuestion[]): Promise<Map<number, ColumnType>> {
  const open = questions.map((question) => ({ at: question.at, candidates: candidatesOf(question) })).filter(({ candidates }) => candidates.length > 0);
  const types = new Map<number, ColumnType>(questions.map(({ at }) => [at, { valueType: 'text', lowest: null, highest: null }]));
  if (open.length === 0) return types;
  // Columns that could be of the same types are tested by the same statement.
  const alike = new Map<string, typeof open>();
  for (const question of open) {
    const key = question.candidates.join();
    alike.set(key, (alike.get(key) ?? []).concat(question));
  }
  const rows = await duck.query([...alike.values()].map((group) => {
    const candidates = group[0]?.candidates ?? [];
    const tested = order.map((type) => `${candidates.includes(type) ? `bool_and(coalesce(${tests[type]('v')}, false))` : 'false'} AS is_${type}`);
    return `SELECT slot, ${tested.join(', ')}, min(x) AS lowest, max(x) AS highest FROM (SELECT slot, v, ${candidates.some((type) => type === 'integer' || type === 'decimal') ? finite('v') : 'NULL::DOUBLE'} AS x FROM ${table} WHERE slot IN (${group.map(({ at }) => at).join(', ')})) GROUP BY slot`;
  }).join(' UNION ALL '));
  for (const row of rows) {
    const valueType = order.find((type) => row[`is_${type}`] === true) ?? 'text';
    const numeric = valueType === 'integer' || valueType === 'decimal';
    types.set(Number(row.slot), { valueType, lowest: numeric ? Number(row.lowest) : null, highest: numeric ? Number(row.highest) : null });
  }
  return types;
}
