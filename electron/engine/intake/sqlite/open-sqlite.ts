import type { IntakeOptions } from '#shared/domain/intake.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource, SniffedShape } from '../context.ts';
import { hashFile } from '../hash-file.ts';
import { nameColumns } from '../name-columns.ts';
import { reconcile } from '../reconcile.ts';
import { workingRelation } from '../working-table.ts';
import { runReader } from './run-reader.ts';

/** Tables of a SQLite file and the columns of the one chosen (else of the one with the most rows). */
export async function sniffSqlite(
  file: CheckedFile,
  options: Partial<IntakeOptions>,
  work: string,
  signal?: AbortSignal,
): Promise<SniffedShape> {
  const { shape } = await runReader(file, { work, table: options.table ?? null, rows: false }, { signal });
  const { tables, table, detection, headers, warnings } = shape;
  return {
    options: { format: 'sqlite', table },
    detections: [detection],
    columns: nameColumns(headers),
    tables,
    warnings,
  };
}

/** One table of a SQLite file, copied row by row into a working table by a process of its own. */
export async function openSqlite(file: CheckedFile, context: ReadContext): Promise<ReadSource> {
  const sha256 = await hashFile(file, context.progress, context.signal);
  const { shape, copied } = await runReader(
    file,
    { work: context.work, table: context.options.table ?? null, rows: true },
    {
      signal: context.signal,
      onProgress: (done, total) => context.progress({ phase: jobsText.phases.readingTable, done, total, unit: 'rows' }),
    },
  );
  if (copied === null) throw new Error('rows were asked for');
  const relation = workingRelation(copied.path, shape.headers.length, copied.facts);
  if (!context.quick) await reconcile(context.duck, relation, copied.facts.rows, file.fileName);
  return {
    sha256,
    options: { format: 'sqlite', table: shape.table },
    detections: [shape.detection],
    columns: nameColumns(shape.headers),
    relation,
    rows: copied.facts.rows,
    rejects: copied.rejects,
    rejectsFile: copied.rejectsFile,
    warnings: shape.warnings,
  };
}
