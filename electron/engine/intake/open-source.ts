import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { openDuck } from '../analysis/open-duck.ts';
import { checkFile, fileFailure } from './check-file.ts';
import type { OpenContext, OpenSource } from './context.ts';
import { detectFormat } from './detect-format.ts';
import { openCsv } from './csv/open-csv.ts';

/**
 * Opens a file for reading through a DuckDB instance of its own, locked to the file and the working directory. Counts are held
 * against an independent scan, rows that cannot be read are listed and kept in a side file, the SHA-256 is that of the source's
 * bytes. `close()` ends the instance and removes every working file.
 * @throws Failure: FILE_MISSING, FILE_EMPTY, FILE_UNREADABLE, FILE_DAMAGED, FORMAT_UNKNOWN, JOB_CANCELLED, DISK_FULL
 */
export async function openSource(path: string, context: OpenContext): Promise<OpenSource> {
  const file = await checkFile(path);
  const options = context.options ?? {};
  const { format, detection } = options.format === undefined ? detectFormat(file) : { format: options.format, detection: { option: 'format', value: options.format, reason: 'Chosen by a person.' } };
  await mkdir(context.directory, { recursive: true, mode: 0o700 });
  const work = join(context.directory, `intake-${randomUUID()}-`);
  const duck = await openDuck({ directory: context.directory, readable: [path], ...(context.memoryLimitMb === undefined ? {} : { memoryLimitMb: context.memoryLimitMb }) });
  const stop = () => duck.interrupt();
  context.signal?.addEventListener('abort', stop, { once: true });
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    context.signal?.removeEventListener('abort', stop);
    duck.close();
    await removeWork(work);
  };
  try {
    if (context.signal?.aborted) throw new Failure('JOB_CANCELLED', 'The work was cancelled; nothing was written.');
    if (format !== 'csv') throw new Failure('FORMAT_UNKNOWN', `“${file.fileName}” is of a format that cannot be read.`);
    const read = await openCsv(file, {
      work,
      options: { ...options, format },
      duck,
      signal: context.signal,
      progress: context.onProgress ?? (() => undefined),
      quick: context.quick ?? false,
    });
    return { fileName: file.fileName, bytes: file.bytes, ...read, detections: [detection, ...read.detections], duck, close };
  } catch (error) {
    await close();
    throw fileFailure(error, file.fileName);
  }
}

async function removeWork(work: string): Promise<void> {
  const directory = dirname(work);
  const names = await readdir(directory).catch(() => [] as string[]);
  await Promise.all(names.filter((name) => name.startsWith(basename(work))).map((name) => rm(join(directory, name), { recursive: true, force: true })));
}
