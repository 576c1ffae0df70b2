import { Failure } from '#shared/contract/failure.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { parquetText } from '#shared/text/engine/parquet.ts';
import { duckFailure } from '#engine/analysis/duck-failure.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { parquetFooter, parquetParts, readParquet } from '#engine/analysis/readers.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource, SniffedShape } from '../context.ts';
import { hashFile } from '../hash-file.ts';
import { nameColumns } from '../name-columns.ts';
import { checkParquet } from './check-parquet.ts';
import { type ParquetReading, readNested } from './read-nested.ts';

const mostColumns = 20_000;
/** Rows that a sniff looks for keys in. */
const sampleRows = 20_000;

interface ParquetShape extends SniffedShape {
  reading: ParquetReading;
  /** FROM item of the file as it lies, its columns named `inFile`. */
  source: string;
  inFile: string[];
}

/**
 * Columns and types of a Parquet file, from its footer; of a known system's nested export also the keys in its lists.
 */
export async function sniffParquet(
  file: CheckedFile,
  duck: Duck,
  wanted: Partial<IntakeOptions> = {},
  sample: number | null = sampleRows,
): Promise<ParquetShape> {
  await checkParquet(file);
  const literal = readParquet(file.path);
  const described = await plain(file, duck, () =>
    duck.query<{ column_name: string }>(`DESCRIBE SELECT * FROM ${literal}`),
  );
  if (described.length > mostColumns)
    throw new Failure('FILE_DAMAGED', intakeText.tooManyColumns(file.fileName, described.length, mostColumns));
  const inFile = described.map((_column, at) => `s${at + 1}`);
  const source = `${literal} AS source_file(${inFile.join(', ')})`;
  const types = await plain(file, duck, async () =>
    (await duck.raw.run(`SELECT * FROM ${source} LIMIT 0`)).columnTypes(),
  );
  const reading = await readNested(
    duck,
    source,
    described.map(({ column_name: name }, at) => ({ name, type: types[at]! })),
    wanted,
    sample,
  );
  if (reading.columns.length > mostColumns)
    throw new Failure('FILE_DAMAGED', intakeText.tooManyColumns(file.fileName, reading.columns.length, mostColumns));
  return {
    options: { format: 'parquet', ...reading.options },
    detections: [{ option: 'types', value: 'text', reason: parquetText.readAsText }, ...reading.detections],
    columns: nameColumns(reading.columns.map(({ name }) => name)),
    tables: reading.tables,
    warnings: [],
    reading,
    source,
    inFile,
  };
}

/** Opens a Parquet file where it lies; its rows are counted twice, by the footer and by reading. */
export async function openParquet(file: CheckedFile, context: ReadContext): Promise<ReadSource> {
  const { reading, source, inFile, ...sniffed } = await sniffParquet(file, context.duck, context.options, null);
  const sha256 = await hashFile(file, context.progress, context.signal);
  const relation =
    `(SELECT ${sniffed.columns.map(({ physical }, at) => `${reading.columns[at]!.sql} AS ${physical}`).join(', ')} ` +
    `FROM ${reading.from})`;
  const [footer] = await context.duck.query<{ n: number }>(
    `SELECT sum(num_rows)::BIGINT AS n FROM ${parquetFooter(file.path)}`,
  );
  const inside = footer?.n ?? 0;
  if (inside === 0) throw new Failure('FILE_EMPTY', parquetText.noRows(file.fileName));
  if (!context.quick) {
    // Reads every page once (a plain count is answered from the footer): a file damaged in its middle is found now and
    // not half-way through a release.
    const [read] = await plain(file, context.duck, () =>
      context.duck.query<{ n: number }>(
        `SELECT count(*) AS n, ${inFile.map((name) => `bit_xor(hash(${name}))`).join(', ')} FROM ${source}`,
      ),
    );
    if (read?.n !== inside)
      throw new Failure('FILE_DAMAGED', parquetText.otherRowCount(file.fileName, inside, read?.n ?? 0));
  }
  const rows = reading.rows === null ? inside : ((await context.duck.query<{ n: number }>(reading.rows))[0]?.n ?? 0);
  if (rows === 0) throw new Failure('FILE_EMPTY', parquetText.noRows(file.fileName));
  return {
    sha256,
    options: sniffed.options,
    detections: sniffed.detections,
    columns: sniffed.columns,
    relation,
    rows,
    rejects: { total: 0, listed: [] },
    rejectsFile: null,
    warnings: sniffed.warnings,
  };
}

const damaged = (file: CheckedFile): Failure => new Failure('FILE_DAMAGED', parquetText.damaged(file.fileName));

/** Ways of packing that no reader here knows: the first LZ4 of Hadoop, which every writer did its own way, and LZO. */
const unknownCodecs = ['LZ4', 'LZO'] as const;

/** What of a file that cannot be read is not known here, by its footer; null where that tells nothing. */
async function unreadBy(file: CheckedFile, duck: Duck): Promise<Failure | null> {
  try {
    const parts = await duck.query<{ compression: string; encodings: string }>(
      `SELECT DISTINCT compression, encodings FROM ${parquetParts(file.path)}`,
    );
    const codec = unknownCodecs.find((one) => parts.some(({ compression }) => compression === one));
    if (codec !== undefined) return new Failure('FORMAT_UNKNOWN', parquetText.unknownCodec(file.fileName, codec));
    const encoding = 'BYTE_STREAM_SPLIT';
    return parts.some(({ encodings }) => encodings.includes(encoding))
      ? new Failure('FORMAT_UNKNOWN', parquetText.unknownEncoding(file.fileName, encoding))
      : null;
  } catch {
    return null;
  }
}

/** Statements in which nothing of ours can be wrong: whatever stops the data engine lies in the file. */
async function plain<T>(file: CheckedFile, duck: Duck, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = duckFailure(error, undefined);
    if (failure.code !== 'INTERNAL' && failure.code !== 'FILE_DAMAGED') throw failure;
    throw (await unreadBy(file, duck)) ?? damaged(file);
  }
}
