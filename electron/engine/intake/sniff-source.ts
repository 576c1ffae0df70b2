import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OtherReading, Sniffed } from '#shared/domain/intake.ts';
import { parquetText } from '#shared/text/engine/parquet.ts';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { type CheckedFile, checkFile, fileFailure } from './check-file.ts';
import type { SniffContext, SniffedShape } from './context.ts';
import { chooseFormat } from './detect-format.ts';
import { sniffCsv } from './csv/sniff-csv.ts';
import { sniffDuckDb } from './duckdb/open-duckdb.ts';
import { sniffJson } from './json/sniff-json.ts';
import { sniffLog } from './log/open-log.ts';
import { unpack, type Unpacked } from './packed/unpack.ts';
import { sniffParquet } from './parquet/open-parquet.ts';
import { withStandIns } from './stand-in-names.ts';
import { sniffSqlite } from './sqlite/open-sqlite.ts';
import { readablePaths } from '../analysis/file-literal.ts';
import { toldChoices } from './told-choices.ts';
import { removeWork } from './remove-work.ts';
import { sniffVcard } from './vcard/open-vcard.ts';
import { shapeOfSheet, sniffXlsx } from './xlsx/sniff-sheet.ts';

/**
 * Finds out how a file is to be read, without reading more of it than needed: format, encoding, dialect, columns,
 * tables to choose from, each detected option with its reason. Options in `context.options` are kept as they are.
 * @throws Failure with a sentence for a person when the file cannot be a table
 */
export async function sniffSource(path: string, context: SniffContext): Promise<Sniffed> {
  const source = await checkFile(path);
  const { fileName, bytes } = source;
  await mkdir(context.directory, { recursive: true, mode: 0o700 });
  const work = join(context.directory, `intake-${randomUUID()}-`);
  try {
    const unpacked = await unpack(source, {
      work,
      member: context.options?.member,
      signal: context.signal,
      fingerprint: false,
    });
    const file = unpacked?.file ?? source;
    const { format, detection } = chooseFormat(file, context.options?.format);
    const shape = withStandIns(await sniffShape(file, { ...context.options, format }, context));
    const found = {
      fileName,
      bytes,
      ...shape,
      detections: [detection, ...shape.detections],
      members: [],
      alternatives: [...(shape.alternatives ?? []), ...otherTables(shape.tables, shape.options.table)],
    };
    const told = { ...found, warnings: [...toldChoices(shape.detections), ...shape.warnings] };
    return unpacked === null ? told : withUnpacked(told, unpacked);
  } catch (error) {
    throw fileFailure(error, fileName);
  } finally {
    await removeWork(work);
  }
}

const withUnpacked = (found: Sniffed, { member, members, detections, warnings }: Unpacked): Sniffed => ({
  ...found,
  options: { ...found.options, ...(member !== undefined && { member }) },
  members,
  detections: [...detections, ...found.detections],
  warnings: [...warnings, ...found.warnings],
});
const mostTables = 12;

/** The first of the tables that are not read, each a reading of its own. */
const otherTables = (tables: readonly string[], read: string | undefined): OtherReading[] =>
  tables
    .filter((table) => table !== read)
    .slice(0, mostTables)
    .map((table) => ({ changed: { table }, columns: null }));

async function sniffShape(
  file: CheckedFile,
  options: SniffContext['options'] & { format: Sniffed['options']['format'] },
  { directory, signal }: SniffContext,
): Promise<SniffedShape> {
  switch (options.format) {
    case 'csv': {
      const {
        lastLine: _lastLine,
        byHeader: _byHeader,
        doubtful: _doubtful,
        form: _form,
        ...sniffed
      } = await sniffCsv(file, options);
      return sniffed;
    }
    case 'json':
    case 'jsonl':
      return sniffJson(file, { ...options, format: options.format });
    case 'vcard':
      return sniffVcard(file, options, signal);
    case 'xlsx':
      return shapeOfSheet(await sniffXlsx(file, options, signal));
    case 'log': {
      const { names: _names, reader: _reader, ...sniffed } = await sniffLog(file, options);
      return sniffed;
    }
    case 'parquet': {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const duck = await openDuck({
        directory,
        readable: readablePaths(file.path),
        reads: { fileName: file.fileName, unreadable: parquetText.damaged },
        memoryLimitMb: 256,
        threads: 1,
      });
      try {
        const {
          reading: _reading,
          source: _source,
          inFile: _inFile,
          ...sniffed
        } = await sniffParquet(file, duck, options);
        return sniffed;
      } finally {
        duck.close();
      }
    }
    case 'sqlite':
    case 'duckdb': {
      const sniff = options.format === 'sqlite' ? sniffSqlite : sniffDuckDb;
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const work = join(directory, `intake-${randomUUID()}-`);
      try {
        return await sniff(file, options, work, signal);
      } finally {
        await removeWork(work);
      }
    }
  }
}
