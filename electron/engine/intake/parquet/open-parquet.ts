import { Failure } from '#shared/contract/failure.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { parquetText } from '#shared/text/engine/parquet.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource, SniffedShape } from '../context.ts';
import { fileLiteral } from '../file-literal.ts';
import { hashFile } from '../hash-file.ts';
import { nameColumns } from '../name-columns.ts';
import { checkParquet } from './check-parquet.ts';
import { textExpression } from './text-expression.ts';

const mostColumns = 20_000;

interface ParquetShape extends SniffedShape {
  types: string[];
}

/** Columns and types of a Parquet file, from its footer. */
export async function sniffParquet(file: CheckedFile, duck: Duck): Promise<ParquetShape> {
  await checkParquet(file);
  const source = `read_parquet(${fileLiteral(file.path)})`;
  const described = await damaged(file, () => duck.query<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM ${source}`));
  if (described.length > mostColumns) throw new Failure('FILE_DAMAGED', intakeText.tooManyColumns(file.fileName, described.length, mostColumns));
  const columns = nameColumns(described.map((column) => column.column_name));
  return {
    options: { format: 'parquet' },
    detections: [{ option: 'types', value: 'text', reason: parquetText.readAsText }],
    columns,
    tables: [],
    warnings: [],
    types: described.map((column) => column.column_type),
  };
}

/** Opens a Parquet file where it lies; its rows are counted twice, by the footer and by reading. */
export async function openParquet(file: CheckedFile, context: ReadContext): Promise<ReadSource> {
  const { types, ...sniffed } = await sniffParquet(file, context.duck);
  const sha256 = await hashFile(file, context.progress, context.signal);
  const aliases = sniffed.columns.map((column) => column.physical);
  const source = `read_parquet(${fileLiteral(file.path)}) AS source_file(${aliases.join(', ')})`;
  const relation = `(SELECT ${aliases.map((name, index) => `${textExpression(name, types[index]!)} AS ${name}`).join(', ')} FROM ${source})`;
  const [footer] = await damaged(file, () => context.duck.query<{ n: number }>(`SELECT sum(num_rows)::BIGINT AS n FROM parquet_file_metadata(${fileLiteral(file.path)})`));
  const rows = footer?.n ?? 0;
  if (rows === 0) throw new Failure('FILE_EMPTY', parquetText.noRows(file.fileName));
  if (!context.quick) {
    // Reads every page once (a plain count is answered from the footer): a file damaged in its middle is found now and not half-way through a release.
    const [read] = await damaged(file, () => context.duck.query<{ n: number }>(`SELECT count(*) AS n, ${aliases.map((name) => `bit_xor(hash(${name}))`).join(', ')} FROM ${source}`));
    if (read?.n !== rows) throw new Failure('FILE_DAMAGED', parquetText.otherRowCount(file.fileName, rows, read?.n ?? 0));
  }
  return { sha256, options: sniffed.options, detections: sniffed.detections, columns: sniffed.columns, relation, rows, rejects: { total: 0, listed: [] }, rejectsFile: null, warnings: sniffed.warnings };
}

async function damaged<T>(file: CheckedFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure && error.code === 'INTERNAL') throw new Failure('FILE_DAMAGED', parquetText.damaged(file.fileName));
    throw error;
  }
}
