import { copyFile, rm, writeFile } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { headFacts, headRows, type HeadFacts } from '#engine/analysis/head-facts.ts';
import { wideFrom } from '#engine/analysis/open-duck.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { fileFailure } from './check-file.ts';
import type { IntakeProgress, OpenSource } from './context.ts';

/** Where an import goes: both inside the working directory, neither existing yet. */
export interface ImportTarget {
  /** DuckDB database file with one table, `data` (c1…cn VARCHAR). */
  database: string;
  /** JSON Lines: one rejected row with its text per line; empty where none was rejected. */
  rejects: string;
}

/** Rows that can be looked at before all of them are stored: a few screens. */
const rowsAtOnce = 500;

/** The first rows by column. */
const firstRows = ({ duck, relation }: OpenSource): Promise<(string | null)[][]> =>
  duck.texts(`SELECT * FROM ${relation} LIMIT ${rowsAtOnce}`);

/** Many rows, and not so many columns that reading a few rows takes nearly as long as storing all. */
const isLong = ({ rows, columns }: OpenSource): boolean => rows > headRows && columns.length < wideFrom;

/** The share of a head's values that differ from which a column's texts are stored by their parts, not as a list of words. */
const manyValues = 0.3;

/**
 * Stores all rows as a new table. Of a long source the first rows say how each column is best compressed: left to the
 * data engine, every way is tried on all rows, which takes twice as long as all the rest.
 * @returns what the first rows said, of a long source
 */
async function writeRows(source: OpenSource, table: string): Promise<readonly HeadFacts[] | null> {
  const { duck, relation, columns } = source;
  const names = columns.map(({ physical }) => quoteIdentifier(physical));
  const head = isLong(source) ? await headFacts(duck, relation, names) : null;
  if (head === null) {
    await duck.run(`CREATE TABLE ${table} AS SELECT * FROM ${relation}`);
    return null;
  }
  const typed = names.map((name, at) => {
    const { filled, distinct } = head[at]!;
    return `${name} VARCHAR USING COMPRESSION ${distinct > manyValues * filled ? 'fsst' : 'dictionary'}`;
  });
  await duck.run(`CREATE TABLE ${table} (${typed.join(', ')})`);
  await duck.run(`INSERT INTO ${table} SELECT * FROM ${relation}`);
  return head;
}

/**
 * Writes every good row of an opened source, in file order, into a new DuckDB database, and the rejected rows into a
 * side file. The written count is held against the count of the opening; on failure or cancel nothing is left behind.
 * `head`: what the first rows of a long source say of its columns.
 * @throws Failure JOB_CANCELLED within a second of an abort, FILE_DAMAGED when the file changed under us, DISK_FULL
 */
export async function importSource(
  source: OpenSource,
  target: ImportTarget,
  options: {
    signal?: AbortSignal | undefined;
    onProgress?: ((progress: IntakeProgress) => void) | undefined;
    /** Sees the first rows of a long source, by column, before the others are read. */
    onFirstRows?: (cells: (string | null)[][]) => void;
  } = {},
): Promise<{ rows: number; rejected: number; head: readonly HeadFacts[] | null }> {
  const { duck } = source;
  throwIfCancelled(options.signal);
  const done = interruptOnAbort(duck, options.signal);
  const report = () => {
    const share = duck.progress();
    options.onProgress?.({
      phase: jobsText.phases.importing,
      done: share === null ? 0 : Math.floor(share * source.rows),
      total: source.rows,
      unit: 'rows',
    });
  };
  const timer = setInterval(report, 250);
  let attached = false;
  try {
    await duck.run(`ATTACH ${quoteText(target.database)} AS intake_target`);
    attached = true;
    throwIfCancelled(options.signal);
    if (options.onFirstRows && isLong(source)) options.onFirstRows(await firstRows(source));
    const head = await writeRows(source, 'intake_target.data');
    const [row] = await duck.query<{ n: number }>('SELECT count(*) AS n FROM intake_target.data');
    throwIfCancelled(options.signal);
    if (row?.n !== source.rows)
      throw new Failure('FILE_DAMAGED', intakeText.changedWhileRead(source.fileName, row?.n ?? 0, source.rows));
    await source.unchanged();
    if (source.rejectsFile === null) await writeFile(target.rejects, '', { mode: 0o600, flag: 'wx' });
    else await copyFile(source.rejectsFile, target.rejects);
    await duck.run('DETACH intake_target');
    attached = false;
    options.onProgress?.({ phase: jobsText.phases.importing, done: source.rows, total: source.rows, unit: 'rows' });
    return { rows: source.rows, rejected: source.rejects.total, head };
  } catch (error) {
    done();
    if (attached) await duck.run('DETACH intake_target').catch(() => undefined);
    for (const path of [target.database, `${target.database}.wal`, target.rejects]) await rm(path, { force: true });
    throwIfCancelled(options.signal);
    // DuckDB's own words may quote cells; what went wrong inside a file that opened well is damage or a change since.
    if (error instanceof Failure && error.code === 'INTERNAL')
      throw new Failure('FILE_DAMAGED', intakeText.endsEarly(source.fileName));
    throw fileFailure(error, source.fileName);
  } finally {
    clearInterval(timer);
    done();
  }
}
