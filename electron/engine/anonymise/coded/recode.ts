import { Failure } from '#shared/contract/failure.ts';
import { noiseText } from '#shared/text/engine/noise.ts';
import { codeArray, type CodedColumn, type CodedTable } from './coded-table.ts';

/** The values a column may have, in their order, as somebody wrote them down without looking at the data. */
export type Domain = readonly (string | null)[];

/** Values a column may have at most: tables of two columns have the product of both. */
const MOST_VALUES = 1000;

function checkDomain(column: string, domain: Domain): void {
  const { length } = domain;
  if (length < 2) throw new Failure('RECIPE_INVALID', noiseText.fewValues(column, length));
  if (length > MOST_VALUES) throw new Failure('RECIPE_INVALID', noiseText.manyValues(column, length, MOST_VALUES));
  if (new Set(domain).size < length) throw new Failure('RECIPE_INVALID', noiseText.twice(column));
}

/** @param rest what a value outside the list becomes; added to the list, at its end, where it is not in it */
function recodeColumn(column: CodedColumn, rows: Uint32Array, domain: Domain, rest: string | null): CodedColumn {
  checkDomain(column.name, domain);
  const values = domain.includes(rest) ? domain : [...domain, rest];
  const place = new Map(values.map((value, at) => [value, at]));
  const other = place.get(rest)!;
  const to = Uint32Array.from(column.values, (value) => place.get(value) ?? other);
  const codes = codeArray(values.length, rows.length);
  for (let at = 0; at < rows.length; at += 1) codes[at] = to[column.codes[rows[at]!]!]!;
  return { name: column.name, codes, values };
}

/**
 * Some rows of a table, coded by lists of values that do not depend on it. A value outside the list of its column
 * becomes that column's rest.
 * @param rest one per column; absent: “other”, in every column
 * @throws Failure RECIPE_INVALID: no rows or columns; no list, one of under 2 or over 1,000 values, or with one twice
 */
export function recode(
  table: CodedTable,
  rows: Uint32Array,
  domains: readonly Domain[],
  rest: readonly (string | null)[] | undefined,
): CodedTable {
  const { length } = table.columns;
  if (length === 0 || table.rows === 0) throw new Failure('RECIPE_INVALID', noiseText.noRows);
  if (domains.length !== length) throw new Failure('RECIPE_INVALID', noiseText.domains(length, domains.length));
  const columns = table.columns.map((column, at) =>
    recodeColumn(column, rows, domains[at]!, rest?.[at] === undefined ? noiseText.rest : rest[at]),
  );
  return { rows: rows.length, columns };
}
