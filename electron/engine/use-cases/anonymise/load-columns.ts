import { Failure } from '#shared/contract/failure.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { codeText } from '#engine/anonymise/coded/code-text.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
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

/** What of a table is read here. */
type Rows = Pick<FileInHand, 'duck' | 'relation' | 'columns' | 'plain'>;

/** Puts the rows into `sourceRows`, for what asks the data engine of them. @throws Failure JOB_CANCELLED, or of the reading */
export async function holdRows({ duck, relation, columns }: Rows, signal: AbortSignal): Promise<void> {
  const list = columns.map(({ physical }) => quoteIdentifier(physical)).join(', ');
  await interruptible(duck, signal, () =>
    duck.run(`CREATE TEMP TABLE IF NOT EXISTS ${sourceRows} AS SELECT ${list} FROM ${relation}`),
  );
}

/**
 * Reads the rows once and holds the named columns as numbers.
 * @throws Failure JOB_CANCELLED, or of the reading
 */
export async function loadColumns(
  table: Rows,
  named: { qi: readonly SourceColumn[]; guarded: readonly SourceColumn[] },
  signal: AbortSignal,
): Promise<LoadedColumns> {
  return (await fromBytes(table, named, signal)) ?? (await byEngine(table, named, signal));
}

/** Null where the rows are no plain text. */
async function fromBytes(
  { plain }: Rows,
  { qi, guarded }: Parameters<typeof loadColumns>[1],
  signal: AbortSignal,
): Promise<LoadedColumns | null> {
  if (plain === undefined) return null;
  // Physical names are c1…cn.
  const wanted = [...qi, ...guarded].map(({ name, physical }) => ({ name, at: Number(physical.slice(1)) - 1 }));
  const found = await codeText(plain, wanted, signal);
  return (
    found && {
      qi: { ...found, columns: found.columns.slice(0, qi.length) },
      guarded: { ...found, columns: found.columns.slice(qi.length) },
    }
  );
}

async function byEngine(
  table: Rows,
  named: Parameters<typeof loadColumns>[1],
  signal: AbortSignal,
): Promise<LoadedColumns> {
  await holdRows(table, signal);
  const coded = (of: readonly SourceColumn[]): Promise<CodedTable> =>
    codeTable({
      duck: table.duck,
      relation: sourceRows,
      columns: of.map(({ name, physical }) => ({ name, sql: quoteIdentifier(physical) })),
      signal,
    });
  return { qi: await coded(named.qi), guarded: await coded(named.guarded) };
}
