import { DuckDBListType, DuckDBStructType, type DuckDBType, DuckDBTypeId } from '@duckdb/node-api';
import { quoteText } from '#shared/sql/quote.ts';
import { textExpression } from './text-expression.ts';

/** A field of a Parquet file: its name, SQL that gives it, its type. */
export interface Field {
  name: string;
  sql: string;
  type: DuckDBType;
}

/** A column of what is read: its name and SQL that gives it as text. */
export interface TextColumn {
  name: string;
  sql: string;
}

const deepest = 32;
const inside = (sql: string, name: string): string => `struct_extract(${sql}, ${quoteText(name)})`;
const eachOf = (list: string, of: string): string => `[${of} FOR item IN ${list}]`;

/** The fields inside a field; null where it holds none. */
export const fieldsInside = ({ sql, type }: Pick<Field, 'sql' | 'type'>): Field[] | null =>
  type instanceof DuckDBStructType
    ? type.entryNames.map((name, at) => ({ name, sql: inside(sql, name), type: type.entryTypes[at]! }))
    : null;

/**
 * The columns of a field: of a nested one a column for each field inside, named by its path joined with `.`; lists and
 * maps stay JSON text.
 */
export function flattenField(field: Field, depth = 0): TextColumn[] {
  const inner = depth < deepest ? fieldsInside(field) : null;
  if (inner) return inner.flatMap((one) => flattenField({ ...one, name: `${field.name}.${one.name}` }, depth + 1));
  return [{ name: field.name, sql: textExpression(field.sql, String(field.type)) }];
}

/**
 * A list out of its shells `{list: [{element: …}]}`: so it stands in files of tables that a warehouse once filled from
 * Parquet without being told that lists are lists. Any other field as it is.
 */
export function withoutShells(field: Field): Field {
  const outer = fieldsInside(field);
  const list = outer?.length === 1 && outer[0]!.name === 'list' ? outer[0]! : null;
  const inner = list?.type instanceof DuckDBListType ? fieldsInside({ sql: 'item', type: list.type.valueType }) : null;
  if (!list || inner?.length !== 1 || inner[0]!.name !== 'element') return field;
  return { name: field.name, sql: eachOf(list.sql, inner[0]!.sql), type: new DuckDBListType(inner[0]!.type) };
}

/**
 * A list of key and value as SQL: its keys and the texts of their values, in the same order, the last of equal keys
 * first.
 */
export interface PairList {
  keys: string;
  values: string;
}

/** @returns null where the field is no list of key and value */
export function pairList({ sql, type }: Field): PairList | null {
  const inner = type instanceof DuckDBListType ? fieldsInside({ sql: 'item', type: type.valueType }) : null;
  const key = inner?.find(({ name }) => name === 'key');
  const value = inner?.find(({ name }) => name === 'value');
  if (key?.type.typeId !== DuckDBTypeId.VARCHAR || !value) return null;
  const list = `list_reverse(${sql})`;
  return { keys: eachOf(list, `coalesce(${key.sql}, '')`), values: eachOf(list, valueText(value)) };
}

/**
 * The one value of `{string_value, int_value, …}`; all of them as JSON where there are several; any other value as it
 * is.
 */
function valueText(value: Field): string {
  const given = fieldsInside(value)?.filter(({ name }) => name.endsWith('_value')) ?? [];
  if (given.length === 0) return textExpression(value.sql, String(value.type));
  const several = given.map(({ sql }) => `(${sql} IS NOT NULL)::INTEGER`).join(' + ');
  return (
    `CASE WHEN ${several} > 1 THEN to_json(${value.sql})::VARCHAR ELSE ` +
    `coalesce(${given.map(({ sql, type }) => textExpression(sql, String(type))).join(', ')}) END`
  );
}

/**
 * The fields of a list's items (`sql` gives one item); one field `value` where the items hold none. Null where it is no
 * list.
 */
export const itemFields = (sql: string, type: DuckDBType): Field[] | null =>
  type instanceof DuckDBListType
    ? (fieldsInside({ sql, type: type.valueType }) ?? [{ name: 'value', sql, type: type.valueType }])
    : null;
