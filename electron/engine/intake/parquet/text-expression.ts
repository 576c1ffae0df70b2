/**
 * SQL that writes a column of a Parquet type as text: dates and times in ISO form (moments in UTC, marked +00), nested
 * values as JSON, bytes as the UTF-8 text they are or else as 0x and hexadecimal digits.
 * @param name physical column name, already safe
 * @param type DuckDB's name of the type
 */
export function textExpression(name: string, type: string): string {
  if (type === 'VARCHAR') return name;
  if (type === 'BLOB') return `coalesce(TRY(decode(${name})), '0x' || hex(${name}))`;
  if (type === 'TIMESTAMP WITH TIME ZONE') return `make_timestamp(epoch_us(${name}))::VARCHAR || '+00'`;
  if (type === 'VARIANT') return `${name}::JSON::VARCHAR`;
  if (/[[\]]$/.test(type) || /^(STRUCT|MAP|UNION)\b/.test(type)) return `to_json(${name})::VARCHAR`;
  return `${name}::VARCHAR`;
}
