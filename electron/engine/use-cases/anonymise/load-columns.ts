import { Failure } from '#shared/contract/failure.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';

/** The rows of the source in a table of their own, numbered by its `rowid`: they are read several times. */
export const sourceRows = 'anonymise_rows';

export interface LoadedColumns {
  qi: CodedTable;
  guarded: CodedTable;
}

/** @throws Failure WRONG_USAGE, COLUMN_UNKNOWN */
export function namedColumns(
  { columns, fileName }: TableInHand,
  { qi, sensitive, person }: AskedAnonymise,
): { qi: SourceColumn[]; guarded: SourceColumn[] } {
  if (qi.length === 0) throw new Failure('WRONG_USAGE', text.noQi);
  const guarded = [...sensitive, ...(person === undefined ? [] : [person])];
  const all = [...qi, ...guarded];
  const twice = all.find((name, at) => all.indexOf(name) !== at);
  if (twice !== undefined) throw new Failure('WRONG_USAGE', text.twice(twice));
  const called = (name: string): SourceColumn => {
    const found = columns.find((column) => column.name === name);
    if (found === undefined) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumnInFile(fileName, name));
    return found;
  };
  return { qi: qi.map(called), guarded: guarded.map(called) };
}

/**
 * Reads the rows once and holds the named columns as numbers.
 * @throws Failure JOB_CANCELLED, or of the reading
 */
export async function loadColumns(
  { duck, relation, columns }: Pick<TableInHand, 'duck' | 'relation' | 'columns'>,
  named: { qi: readonly SourceColumn[]; guarded: readonly SourceColumn[] },
  signal: AbortSignal,
): Promise<LoadedColumns> {
  const list = columns.map(({ physical }) => quoteIdentifier(physical)).join(', ');
  await interruptible(duck, signal, () =>
    duck.run(`CREATE TEMP TABLE ${sourceRows} AS SELECT ${list} FROM ${relation}`),
  );
  const coded = (of: readonly SourceColumn[]): Promise<CodedTable> =>
    codeTable({
      duck,
      relation: sourceRows,
      columns: of.map(({ name, physical }) => ({ name, sql: quoteIdentifier(physical) })),
      signal,
    });
  return { qi: await coded(named.qi), guarded: await coded(named.guarded) };
}
