import Database from 'better-sqlite3';
import { Failure } from '#shared/contract/failure.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { streamRows, wholeText } from '#engine/analysis/stream-rows.ts';
import { cellText } from '#engine/intake/sqlite/cell-text.ts';
import { breathe, throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { readBackBy } from './read-back-by.ts';
import type { OutputColumn, ReadBackInput, ReleaseFormat, WriteInput } from './release-format.ts';
import { binary, integer } from './stored-types.ts';

/** Name of the one table. */
const table = 'release';
/** SQLITE_MAX_COLUMN as it is delivered: what other programs open. */
const mostColumns = 2000;
const batchRows = 2000;

/** Ends a statement, so no name of SQLite's can have it. */
const sqliteName = (name: string): string => name.replaceAll('\0', '\ufffd');

/** @throws Failure TARGET_UNWRITABLE for columns that SQLite cannot hold beside each other */
function checkColumns(columns: readonly OutputColumn[]): void {
  if (columns.length > mostColumns)
    throw new Failure('TARGET_UNWRITABLE', releaseText.tooWideForSqlite(mostColumns, columns.length));
  const seen = new Map<string, string>();
  for (const { name } of columns) {
    // SQLite folds the case of ASCII letters and of no other.
    const folded = sqliteName(name).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    const other = seen.get(folded);
    if (other !== undefined) throw new Failure('TARGET_UNWRITABLE', releaseText.sameNameInSqlite(other, name));
    seen.set(folded, name);
  }
}

const typeOf = ({ stored }: OutputColumn): string =>
  stored === 'integer' ? 'INTEGER' : stored === 'number' ? 'REAL' : 'TEXT';

/** A number goes as one, whole ones as whole ones: a column's type alone would turn text that looks like it. */
function valueOf(text: string | null, { stored }: OutputColumn): string | number | bigint | null {
  if (text === null) return null;
  if (stored === 'integer') return BigInt(text);
  return stored === 'number' ? Number(text) : text;
}

async function write({ duck, select, columns, path, rows, signal, onShare }: WriteInput): Promise<void> {
  checkColumns(columns);
  const database = new Database(path);
  try {
    // Nobody sees the file before it is whole.
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    const named = columns.map((column) => `${quoteIdentifier(sqliteName(column.name))} ${typeOf(column)}`);
    database.exec(`BEGIN; CREATE TABLE ${table} (${named.join(', ')})`);
    const insert = database.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
    const texts = `SELECT ${columns.map(({ physical }) => wholeText(physical)).join(', ')} FROM (${select})`;
    let done = 0;
    for await (const batch of streamRows<(string | null)[]>(duck, texts)) {
      throwIfCancelled(signal);
      for (const row of batch) insert.run(row.map((text, at) => valueOf(text, columns[at]!)));
      done += batch.length;
      onShare?.(rows === 0 ? 1 : done / rows);
    }
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

/** Adds the rows in the order in which they were written. @throws Failure INTERNAL where the table is not as it was written */
async function addRows(
  { path, names }: ReadBackInput,
  add: (row: (string | null)[]) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const stored = database.prepare(`SELECT * FROM ${table} ORDER BY rowid`).raw().safeIntegers();
    if (stored.columns().length !== names.length) throw new Failure('INTERNAL', releaseText.readBackDiffers);
    let done = 0;
    for (const row of stored.iterate() as IterableIterator<unknown[]>) {
      add(row.map(cellText));
      done += 1;
      if (done % batchRows === 0) await breathe(signal);
    }
  } finally {
    database.close();
  }
}

/** A SQLite database of one table. */
export const sqlite: ReleaseFormat = {
  id: 'sqlite',
  spreadsheet: false,
  emptyIsNull: false,
  keepsDigest: false,
  parsed: false,
  stores: [integer, binary],
  head: () => '',
  write,
  longestRow: async () => 0,
  readBack: readBackBy(addRows),
};
