import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { analysisText } from '#shared/text/engine/analysis.ts';
import { parquetText } from '#shared/text/engine/parquet.ts';
import { isShortOfMemory } from '#engine/analysis/duck-failure.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import { leanMemoryMb, memoryFor, openDuck, releaseMemoryFor, storingThreads } from '#engine/analysis/open-duck.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { type CheckedFile, checkFile, fileFailure } from './check-file.ts';
import type { OpenContext, OpenSource, ReadContext, ReadSource } from './context.ts';
import { chooseFormat } from './detect-format.ts';
import { openCsv } from './csv/open-csv.ts';
import { openDuckDb } from './duckdb/open-duckdb.ts';
import { openJson } from './json/open-json.ts';
import { openLog } from './log/open-log.ts';
import { unpack, type Unpacked } from './packed/unpack.ts';
import { openParquet } from './parquet/open-parquet.ts';
import { readablePaths } from '../analysis/file-literal.ts';
import { holdWide } from './hold-wide.ts';
import { refuseChanged } from './file-stamp.ts';
import { removeWork } from './remove-work.ts';
import { withStandIns } from './stand-in-names.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import { openVcard } from './vcard/open-vcard.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

/**
 * Opens a file for reading through a DuckDB instance of its own, locked to the file and the working directory. Counts
 * are held against an independent scan, rows that cannot be read are listed and kept in a side file, the SHA-256 is
 * that of the source's bytes. `close()` ends the instance and removes every working file.
 * @throws Failure: FILE_MISSING, FILE_EMPTY, FILE_UNREADABLE, FILE_DAMAGED, FORMAT_UNKNOWN, JOB_CANCELLED, DISK_FULL
 */
export async function openSource(path: string, context: OpenContext): Promise<OpenSource> {
  const source = await checkFile(path, context.called);
  await mkdir(context.directory, { recursive: true, mode: 0o700 });
  const work = join(context.directory, `intake-${randomUUID()}-`);
  try {
    const unpacked = await unpack(source, {
      work,
      member: context.options?.member,
      signal: context.signal,
      fingerprint: context.fingerprint ?? true,
      ...(context.onProgress && { progress: context.onProgress }),
    });
    return await openTable({ source, unpacked, work }, path, context);
  } catch (error) {
    await removeWork(work);
    throw fileFailure(error, source.fileName);
  }
}

/** A file to open: as it lies on the disk, and what was unpacked from it, if anything. */
interface Opening {
  source: CheckedFile;
  unpacked: Unpacked | null;
  work: string;
}

async function openTable({ source, unpacked, work }: Opening, path: string, context: OpenContext): Promise<OpenSource> {
  const file = unpacked?.file ?? source;
  const { format, detection } = chooseFormat(file, context.options?.format);
  const duck = await openDuck({
    directory: context.directory,
    readable: readablePaths(file.path),
    reads: {
      fileName: file.fileName,
      unreadable: format === 'parquet' ? parquetText.damaged : analysisText.unreadable,
    },
    memoryLimitMb:
      context.memoryLimitMb ?? (context.lean ? leanMemoryMb : (context.sparing ? releaseMemoryFor : memoryFor)(0)),
    ...(context.stored && storedBy(format)),
  });
  const done = interruptOnAbort(duck, context.signal);
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    done();
    duck.close();
    await removeWork(work);
  };
  try {
    throwIfCancelled(context.signal);
    const read = await readFormat(file, {
      work,
      options: { ...context.options, format },
      duck,
      signal: context.signal,
      progress: context.onProgress ?? (() => undefined),
      quick: context.quick ?? false,
      fingerprint: unpacked === null && (context.fingerprint ?? true),
    });
    const memoryOf = context.sparing ? releaseMemoryFor : memoryFor;
    const needed = memoryOf(read.columns.length);
    if (context.memoryLimitMb === undefined && needed > memoryOf(0)) {
      // How wide a file is shows only when it is read; once more then, with room for it.
      await close();
      return await openSource(path, { ...context, memoryLimitMb: needed });
    }
    const relation = await holdWide(duck, read.relation, read.columns.length);
    let checked: Promise<void> | undefined;
    const unchanged = () => (checked ??= refuseChanged(source.path, source.stamp, source.fileName));
    return {
      fileName: source.fileName,
      bytes: source.bytes,
      ...withUnpacked(withStandIns(read), unpacked),
      relation,
      detections: [...(unpacked?.detections ?? []), detection, ...read.detections],
      duck,
      unchanged,
      close,
    };
  } catch (error) {
    await close();
    // So wide a file is not even read with little; how wide it is shows only then.
    if (context.sparing && isShortOfMemory(error, source.fileName))
      return openSource(path, { ...context, sparing: false });
    // Whatever was found wrong with it may come from the change.
    if (error instanceof Failure && error.code === 'FILE_DAMAGED')
      await refuseChanged(source.path, source.stamp, source.fileName);
    throw fileFailure(error, source.fileName);
  }
}

/** Of a Parquet file whole groups of rows are read, JSON is taken apart by the data engine: there each thread tells. */
const storedBy = (format: ReadContext['options']['format']): { threads?: number } =>
  format === 'parquet' || format === 'json' || format === 'jsonl' ? {} : { threads: storingThreads() };

/** What was read, under the fingerprint of the packed file and with what is to be said of unpacking it. */
function withUnpacked(read: ReadSource, unpacked: Unpacked | null): ReadSource {
  if (unpacked === null) return read;
  const { sha256, member, warnings } = unpacked;
  return {
    ...read,
    sha256,
    options: { ...read.options, ...(member !== undefined && { member }) },
    warnings: [...warnings, ...read.warnings],
  };
}

function readFormat(file: CheckedFile, context: ReadContext): Promise<ReadSource> {
  const { format } = context.options;
  switch (format) {
    case 'csv':
      return openCsv(file, context);
    case 'json':
    case 'jsonl':
      return openJson(file, { ...context, options: { ...context.options, format } });
    case 'log':
      return openLog(file, context);
    case 'parquet':
      return openParquet(file, context);
    case 'xlsx':
      return openXlsx(file, context);
    case 'sqlite':
      return openSqlite(file, context);
    case 'duckdb':
      return openDuckDb(file, context);
    case 'vcard':
      return openVcard(file, context);
  }
}
