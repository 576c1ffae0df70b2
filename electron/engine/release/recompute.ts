import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { quoteText } from '#shared/sql/quote.ts';
import type { EarlierEdition } from '#shared/domain/release-figures.ts';
import type { Risk } from '#shared/domain/risk.ts';
import type { WrittenType } from '#shared/domain/written-type.ts';
import type { WrittenValues } from '#shared/domain/written-value.ts';
import { openDuck, releaseMemoryFor, type Duck } from '#engine/analysis/open-duck.ts';
import { readParquet } from '#engine/analysis/readers.ts';
import { readablePaths } from '#engine/analysis/file-literal.ts';
import { readPieces } from '#engine/intake/read-pieces.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { measureRisk, type MeasuredRisk } from '#engine/privacy/measure/measure-risk.ts';
import { countByHash } from '#engine/privacy/measure/row-hashes.ts';
import type { ReadyEarlier } from './join-earlier.ts';
import { classTexts } from './leave-out-unmapped.ts';
import { lookAtValues, type KnownValues } from '../written-values/look-at-values.ts';
import { ValuesOnce } from '../written-values/values-once.ts';
import { readName } from './formats/copy-rows.ts';
import type { ReleaseFormat } from './formats/release-format.ts';
import { writtenTypes } from './written-types.ts';
import { viewFromOutside, type OutsiderView } from './outsider-view.ts';

export interface WrittenFile {
  path: string;
  format: ReleaseFormat;
  /**
   * Outputs in their order, `qi` telling which count towards a class, `sensitive` for which l and t are measured,
   * `guarded` which the recipe protects, `counts` that it says how many people have the others; `name` is a JSON Lines file's key.
   */
  columns: { name: string; qi: boolean; sensitive: boolean; guarded: boolean; counts: boolean }[];
  /**
   * Of a workbook the digest of its texts, header and all, as they were handed to its writer; null for other formats.
   */
  cells: string | null;
  /** At least the bytes of the longest row as text, so that the reader makes room for it. */
  longestRow: number;
  /**
   * Parquet file inside the working directory: one `person` per written row, in the file's order; null where rows are
   * counted.
   */
  people: string | null;
  /**
   * Parquet file inside the working directory: the rows that were not written, as they would have been; null where
   * there are none.
   */
  leftOut: string | null;
  /** The place of the column that says how many rows one line stands for; null where each stands for itself. */
  counts: number | null;
  /** Whether the rows are drawn, so that all rows of the source are beside them. */
  drawn: boolean;
  /** Earlier releases of the source, each in a Parquet file inside the working directory; null where none is known. */
  earlier: readonly ReadyEarlier[] | null;
  /** What was found beside releases of other editions. */
  editions: EarlierEdition[];
  /** Whether inference is measured. */
  inference: boolean;
  /** The people behind each class, by its texts; null where no population is counted. */
  population: ((classes: readonly (readonly string[])[]) => Promise<number[]>) | null;
  /** Whether the values of the classes are counted for each sensitive column. */
  counted: boolean;
  /** What was found of values before: taken over where the file holds exactly these. */
  looked: KnownValues;
}

/** What the file itself says, read back by an instance that has seen nothing else. */
export interface Recomputed {
  sha256: string;
  /** Rows of the file itself. */
  lines: number;
  rows: number;
  k: number;
  uniqueRows: number;
  classes: number;
  histogram: Risk['histogram'];
  /** l and t of each sensitive column over the classes of the other quasi-identifiers. */
  sensitive: { column: string; risk: MeasuredRisk }[];
  outsider: OutsiderView;
  /** People of the population in the class with fewest; null where none is counted, 0 where there is no class. */
  population: number | null;
  /** What its values are, each looked at anew. */
  written: WrittenValues;
  /** What the values of each output are, in its order. */
  types: WrittenType[];
}

async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of readPieces(path)) {
    throwIfCancelled(signal);
    hash.update(piece);
  }
  return hash.digest('hex');
}

/** The writer of a copy holds a buffer for each column: of more columns than these the file itself is read. */
const mostCopied = 250;
/** Cells of a row group: what is held of all columns at once. */
const cellsAtOnce = 4_000_000;

/**
 * What a text file says, parsed once: everything that is measured reads some columns of all rows. The copy holds the
 * texts as they were read, in the file's order; to press what is read a few times costs more than it saves.
 * @returns a FROM-clause expression
 */
async function parsedOnce(
  duck: Duck,
  relation: string,
  { path, columns }: { path: string; columns: number },
): Promise<string> {
  if (columns > mostCopied) return relation;
  // No fewer than a vector, no more than is usual.
  const rows = Math.min(122_880, Math.max(2048, Math.floor(cellsAtOnce / columns)));
  await duck.run(
    `COPY (SELECT * FROM ${relation}) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION uncompressed, ` +
      `ROW_GROUP_SIZE ${rows})`,
  );
  return readParquet(path);
}

/** l, t and what else was asked of each sensitive column, over the classes of the others. */
async function sensitiveRisks(
  duck: Duck,
  relation: string,
  by: { columns: readonly WrittenColumn[]; qi: readonly WrittenColumn[]; counted: boolean; person: string | undefined },
): Promise<Recomputed['sensitive']> {
  const found: Recomputed['sensitive'] = [];
  for (const column of by.columns.filter(({ sensitive }) => sensitive)) {
    const asked = { sensitive: [column], counted: by.counted, person: by.person };
    const qi = by.qi.filter((other) => other !== column);
    found.push({ column: column.name, risk: await measureRisk(duck, relation, { qi, ...asked }) });
  }
  return found;
}

type WrittenColumn = WrittenFile['columns'][number] & { sql: string };

/** The fewest of some counts; 0 where there is none. */
export const fewest = (counts: readonly number[]): number =>
  counts.reduce((least, one) => Math.min(least, one), counts[0] ?? 0);

/** @param at `copy`: path in the working directory `work` that a text file may be parsed into */
async function measureWritten(
  duck: Duck,
  file: WrittenFile,
  at: { copy: string; work: string },
  signal: AbortSignal | undefined,
) {
  const asWritten = { ...file, work: at.work, names: file.columns.map(({ name }) => name) };
  const written = await file.format.readBack(duck, asWritten, signal);
  const rows = file.format.parsed
    ? await parsedOnce(duck, written, { path: at.copy, columns: file.columns.length })
    : written;
  const lines = file.people === null ? rows : `(SELECT * FROM ${rows} POSITIONAL JOIN ${readParquet(file.people)})`;
  // A line that stands for several people is as many rows.
  const relation =
    file.counts === null ? lines : `(SELECT *, unnest(range(${readName(file.counts)}::BIGINT)) FROM ${lines})`;
  const [told] = await duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${lines}`);
  const columns = file.columns.map((column, index) => ({ ...column, sql: readName(index) }));
  const person = file.people === null ? undefined : 'person';
  const qi = columns.filter((column) => column.qi);
  const sensitive = await sensitiveRisks(duck, relation, { columns, qi, counted: file.counted, person });
  const texts = columns.filter(({ counts }) => !counts).map(({ sql }) => sql);
  // Of a line that stands for several people, and of a person with several rows, the rows themselves tell nothing.
  const hashed =
    file.people === null && file.counts === null
      ? await countByHash(duck, { relation: rows, qi, columns: texts })
      : null;
  const risk = await measureRisk(duck, relation, { qi, person, histogram: hashed?.histogram ?? undefined });
  const leftOut = file.leftOut === null ? null : readParquet(file.leftOut);
  const inference = file.inference
    ? { counted: qi, further: columns.filter((column) => column.guarded), person }
    : null;
  const outsider = await viewFromOutside(duck, {
    written: relation,
    leftOut,
    drawn: file.drawn,
    columns: texts,
    alone: leftOut === null || file.drawn ? hashed?.alone : null,
    rows: risk.rows,
    earlier: file.earlier,
    editions: file.editions,
    inference,
  });
  const values = new ValuesOnce({ duck, relation: rows, signal });
  const population = file.population && fewest(await file.population(await classTexts(duck, relation, qi, signal)));
  return {
    lines: told!.n,
    population,
    risk,
    sensitive,
    outsider,
    written: await lookAtValues(duck, rows, columns, { signal, values, known: file.looked }),
    types: await writtenTypes(
      values,
      columns.map(({ sql }) => sql),
      told!.n,
    ),
  };
}

/**
 * Measures a written file anew: its bytes by a plain stream, its classes by a fresh data engine that may read this file
 * and nothing else of the release. What the file cannot hold comes from side files: people's fingerprints in the order
 * of the rows, the rows that were left out, earlier releases made again.
 */
export async function recompute(file: WrittenFile, workDirectory: string, signal?: AbortSignal): Promise<Recomputed> {
  const duck = await openDuck({
    directory: workDirectory,
    readable: readablePaths(file.path),
    memoryLimitMb: releaseMemoryFor(file.columns.length),
  });
  const parsed = join(workDirectory, 'read-back.parquet');
  try {
    const measuring = interruptible(duck, signal, () =>
      measureWritten(duck, file, { copy: parsed, work: workDirectory }, signal),
    );
    // Both are done or failed before the engine is closed.
    const [read, hashed] = await Promise.allSettled([measuring, sha256Of(file.path, signal)]);
    if (read.status === 'rejected') throw read.reason;
    if (hashed.status === 'rejected') throw hashed.reason;
    const measured = read.value;
    const { risk } = measured;
    return {
      sha256: hashed.value,
      lines: measured.lines,
      rows: risk.rows,
      k: risk.k,
      uniqueRows: risk.unique.rows,
      classes: risk.classes,
      histogram: risk.histogram,
      sensitive: measured.sensitive,
      outsider: measured.outsider,
      population: measured.population,
      written: measured.written,
      types: measured.types,
    };
  } finally {
    duck.close();
    await rm(parsed, { force: true });
  }
}
