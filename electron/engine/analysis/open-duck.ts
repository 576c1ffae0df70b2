import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { availableParallelism } from 'node:os';
import { quoteText } from '#shared/sql/quote.ts';
import { readablePaths } from './file-literal.ts';
import { duckFailure, type ReadFile } from './duck-failure.ts';

/**
 * Columns from which on a table counts as wide: a vector of each is 32 KiB, and DuckDB holds several of all of them at
 * once for every thread.
 */
export const wideFrom = 1000;

/** One connection: its queries run one after the other; `interrupt` stops the running one within milliseconds. */
export interface Duck {
  /** Rows as objects; integers up to 2^53 as numbers, larger ones as text; dates as text. */
  query<Row extends Record<string, unknown> = Record<string, unknown>>(
    sql: string,
    parameters?: DuckDBValue[],
  ): Promise<Row[]>;
  /** The columns of a query that yields text only, without an object for each row. */
  texts(sql: string): Promise<(string | null)[][]>;
  run(sql: string, parameters?: DuckDBValue[]): Promise<void>;
  /** Share done (0..1) of the running statement, or null where DuckDB cannot say. */
  progress(): number | null;
  interrupt(): void;
  /** A further connection to the same database, for work that must not wait or that holds a key. */
  connect(): Promise<Duck>;
  readonly raw: DuckDBConnection;
  /** The file it was opened for, for what is said of an error. */
  readonly reads: ReadFile | undefined;
  close(): void;
}

export interface DuckOptions {
  /**
   * Private working directory (mode 0700): databases, spill and outputs under their temporary names. The only directory
   * DuckDB may touch.
   */
  directory: string;
  /** Single files outside it that may be read. */
  readable?: string[];
  /** The file from outside that is read: what DuckDB stumbles over lies in it. */
  reads?: ReadFile | undefined;
  /** Directories outside it that may be written (an output's folder). */
  writableDirectories?: string[];
  memoryLimitMb?: number | undefined;
  /** Columns of what is to be read, where they are known: a wide table takes more, see `memoryFor`. */
  columns?: number | undefined;
  threads?: number;
}

/**
 * Threads for storing all rows of a text in order: on further ones, putting the pieces back in order costs nearly as
 * much as storing them, so that a thread is left to the rest of the machine.
 */
export const storingThreads = (): number => Math.max(1, availableParallelism() - 1);

/**
 * Megabytes that DuckDB may reserve. Of every column it reserves blocks and vectors whether they fill or not, so that a
 * wide table needs more than its values take; what is really used stays far below.
 */
export const memoryFor = (columns: number, least = 1024): number => least + (columns < wideFrom ? 0 : columns);

/** Megabytes with which rows are stored, measured and classified: what does not fit waits on the disk. */
export const leanMemoryMb = 320;

/** Columns up to which a release needs no more for its vectors than for its rows. */
const fewColumns = 250;

/** Megabytes with which rows are released: sorting them and reading them back wait on the disk for what does not fit. */
export const releaseMemoryFor = (columns: number): number => (columns <= fewColumns ? 448 : memoryFor(columns));

const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint')
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value.toString();
  return value !== null && typeof value === 'object' && !(value instanceof Uint8Array) ? value.toString() : value;
};

function wrap(
  instance: DuckDBInstance,
  connection: DuckDBConnection,
  owner: boolean,
  reads: ReadFile | undefined,
): Duck {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw duckFailure(error, reads);
    }
  };
  return {
    raw: connection,
    reads,
    query: (sql, parameters) =>
      guarded(async () => {
        const reader = await connection.runAndReadAll(sql, parameters);
        return reader
          .getRowObjects()
          .map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)]))) as never;
      }),
    texts: (sql) => guarded(async () => (await connection.runAndReadAll(sql)).getColumns() as (string | null)[][]),
    run: (sql, parameters) => guarded(async () => void (await connection.run(sql, parameters))),
    progress: () => {
      const { percentage } = connection.progress;
      return percentage < 0 ? null : Math.min(1, percentage / 100);
    },
    interrupt: () => connection.interrupt(),
    connect: async () => wrap(instance, await instance.connect(), false, reads),
    close: () => {
      connection.closeSync();
      if (owner) instance.closeSync();
    },
  };
}

/**
 * Opens an in-memory DuckDB that sees nothing but its working directory and the files named here, with its
 * configuration locked (engine.md 8): no network, no extensions, no other path. Databases are ATTACHed from the working
 * directory.
 */
export async function openDuck(options: DuckOptions): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  const list = (items: string[]) => `[${items.map(quoteText).join(', ')}]`;
  const settings = [
    'SET allowed_directories = ' +
      `${list([options.directory, ...(options.writableDirectories ?? [])].flatMap(readablePaths))}`,
    `SET allowed_paths = ${list(options.readable ?? [])}`,
    `SET temp_directory = ${quoteText(`${options.directory}/spill`)}`,
    `SET memory_limit = '${options.memoryLimitMb ?? memoryFor(options.columns ?? 0)}MB'`,
    // What a statement took goes back to the system when it ends: the next one takes it for something else.
    "SET allocator_flush_threshold = '32MB'",
    "SET allocator_bulk_deallocation_flush_threshold = '32MB'",
    `SET threads = ${options.threads ?? Math.max(2, availableParallelism() - 1)}`,
    'SET preserve_insertion_order = true',
    'SET late_materialization_max_rows = 1000',
    'SET enable_progress_bar = true',
    'SET enable_progress_bar_print = false',
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ];
  for (const sql of settings) await connection.run(sql);
  return wrap(instance, connection, true, options.reads);
}
