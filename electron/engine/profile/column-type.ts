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

/**
 * The narrowest type that every value of a value table follows; numbers with leading zeros are text, because the zeros would be lost.
 * @param ends a row with `couldBeList` of the first and the last value in text order
 * @param first the first value in text order, null where there is none
 */
export async function columnType(duck: Duck, table: string, ends: Record<string, unknown>, first: string | null): Promise<ColumnType> {
  if (first === null) return { valueType: 'empty', lowest: null, highest: null };
  const candidates = order.filter((type) => ends[`could_be_${type}`] === true && !(type === 'decimal' && /^[+-]?0\d/.test(first)));
  if (candidates.length === 0) return { valueType: 'text', lowest: null, highest: null };
  const numeric = candidates.some((type) => type === 'integer' || type === 'decimal');
  const [found = {}] = await duck.query(`SELECT ${[
    ...candidates.map((type) => `bool_and(coalesce(${tests[type]('v')}, false)) AS is_${type}`),
    ...(numeric ? ['min(x) AS lowest', 'max(x) AS highest'] : []),
  ].join(', ')} FROM (SELECT v${numeric ? `, ${finite('v')} AS x` : ''} FROM ${table})`);
  const valueType = candidates.find((type) => found[`is_${type}`] === true) ?? 'text';
  return valueType === 'integer' || valueType === 'decimal' ? { valueType, lowest: Number(found.lowest), highest: Number(found.highest) } : { valueType, lowest: null, highest: null };
}
