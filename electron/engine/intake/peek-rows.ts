import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { IntakeOptions, SourceFormat } from '#shared/domain/intake.ts';
import { checkFile } from './check-file.ts';
import { unpack } from './packed/unpack.ts';
import { openSource } from './open-source.ts';

/** Formats read from their beginning: what comes later does not change how it is read. */
const fromTheHead: readonly SourceFormat[] = ['csv', 'jsonl', 'log'];
const headBytes = 1_000_000;
/** Larger files of other formats would have to be read whole for a look at ten rows. */
const wholeBytes = 32_000_000;
const mostColumns = 100;

/** The beginning of a text file up to the end of a line, as a file of the same name in a private directory. */
async function copyHead(path: string, directory: string, encoding: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const wide = encoding.startsWith('utf-16');
    const lastLine = buffer.subarray(0, bytesRead).lastIndexOf('\n');
    const end = wide || lastLine < 0 ? bytesRead - (bytesRead % 2) : lastLine + 1;
    const head = join(directory, basename(path));
    await writeFile(head, buffer.subarray(0, end), { mode: 0o600 });
    return head;
  } finally {
    await file.close();
  }
}

/**
 * The first rows of a file as they would be imported under these (settled) options; null where a file is too large to
 * be looked into beforehand. Nothing is left in `parent`, a private directory.
 */
export async function peekRows(
  path: string,
  {
    parent,
    options,
    rows,
    signal,
  }: { parent: string; options: IntakeOptions; rows: number; signal: AbortSignal | undefined },
): Promise<{ columns: string[]; rows: (string | null)[][] } | null> {
  const given = await checkFile(path);
  const byHead = fromTheHead.includes(options.format);
  const directory = await mkdtemp(join(parent, 'peek-'));
  try {
    const unpacked = await unpack(given, {
      work: join(directory, 'packed-'),
      member: options.member,
      signal,
      fingerprint: false,
      most: (byHead ? headBytes : wholeBytes) + 1,
    });
    const file = unpacked?.file ?? given;
    const head = byHead && file.bytes > headBytes;
    const readInPlace = options.format === 'parquet' && unpacked === null;
    if (!head && !readInPlace && file.bytes > wholeBytes) return null;
    const { member: _member, ...reading } = options;
    const source = await openSource(head ? await copyHead(file.path, directory, options.encoding ?? '') : file.path, {
      directory,
      called: file.fileName,
      options: reading,
      quick: true,
      fingerprint: false,
      signal,
    });
    try {
      const columns = source.columns.slice(0, mostColumns);
      const found = await source.duck.query<Record<string, string | null>>(
        `SELECT ${columns.map(({ physical }) => physical).join(', ')} FROM ${source.relation} LIMIT ${rows}`,
      );
      return {
        columns: columns.map(({ name }) => name),
        rows: found.map((row) => columns.map(({ physical }) => row[physical] ?? null)),
      };
    } finally {
      await source.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
