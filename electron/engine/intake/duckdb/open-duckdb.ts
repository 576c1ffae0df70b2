import { dirname } from 'node:path';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { readParquet } from '#engine/analysis/readers.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource, SniffedShape } from '../context.ts';
import { hashFile } from '../hash-file.ts';
import { nameColumns } from '../name-columns.ts';
import { reconcile } from '../reconcile.ts';
import { runReader } from './run-reader.ts';
import { checkStorage } from './storage-header.ts';
import type { DuckDbFound, DuckDbTask } from './task.ts';

const taskOf = (
  { path, fileName, bytes }: CheckedFile,
  { table, layout }: Partial<IntakeOptions>,
  work: string,
): Omit<DuckDbTask, 'rows'> => ({
  path,
  fileName,
  bytes,
  directory: dirname(work),
  work,
  options: { ...(table !== undefined && { table }), ...(layout !== undefined && { layout }) },
});

const shapeOf = ({ tables, table, layout, detections, headers, warnings }: DuckDbFound): SniffedShape => ({
  options: { format: 'duckdb', table, ...(layout !== undefined && { layout }) },
  detections,
  columns: nameColumns(headers),
  tables,
  warnings,
});

/** Tables and views of a DuckDB file, and the columns of the one chosen (else of the table with the most rows). */
export async function sniffDuckDb(
  file: CheckedFile,
  options: Partial<IntakeOptions>,
  work: string,
  signal?: AbortSignal,
): Promise<SniffedShape> {
  checkStorage(file);
  return shapeOf(await runReader({ ...taskOf(file, options, work), rows: false }, signal));
}

/** One table of a DuckDB file, written as text by a process of its own and read from there. */
export async function openDuckDb(file: CheckedFile, context: ReadContext): Promise<ReadSource> {
  checkStorage(file);
  const sha256 = await hashFile(file, context.progress, context.signal);
  const found = await runReader({ ...taskOf(file, context.options, context.work), rows: true }, context.signal);
  if (found.rows === null) throw new Error('rows were asked for');
  const relation = `(SELECT * FROM ${readParquet(found.rows.path)})`;
  if (!context.quick) await reconcile(context.duck, relation, found.rows.count, file.fileName);
  const { tables: _tables, ...shape } = shapeOf(found);
  return { ...shape, sha256, relation, rows: found.rows.count, rejects: { total: 0, listed: [] }, rejectsFile: null };
}
