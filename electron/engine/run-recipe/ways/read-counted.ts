import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import { valueOrNone } from './value-lists.ts';
import { entropyOf, type WayInput, type WayLoss } from './way-input.ts';

/** The rows that are counted as numbers; `whole` has whose they are, too, where people are told apart. */
export async function readCounted({
  rows,
  outputs,
  person,
  signal,
}: WayInput): Promise<{ table: CodedTable; whole: CodedTable }> {
  const columns = outputs.map(({ name, physical }) => ({ name, sql: valueOrNone(physical) }));
  const asked = person === null ? columns : [...columns, { name: 'person', sql: `${person}::VARCHAR` }];
  const whole = await codeTable({ duck: rows.duck, relation: rows.relation, columns: asked, orderBy: 'rid', signal });
  return { whole, table: { rows: whole.rows, columns: whole.columns.slice(0, columns.length) } };
}

/** What is lost of outputs that are counted: nothing of what went in. */
export const lossesOf = (table: CodedTable, outputs: WayInput['outputs']): WayLoss[] =>
  table.columns.map((column, at) => ({ physical: outputs[at]!.physical, entropy: entropyOf(column), detail: 1 }));
