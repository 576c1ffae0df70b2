import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import type { BodyTable } from '../body-tables.ts';

/**
 * The stored columns of each table, its key first. All of them are under the record's hash. `since`: schema version
 * that brought the table.
 */
const columnsOf: Record<BodyTable, { key: string[]; others: string[]; since: number }> = {
  dataset: { key: ['id'], others: ['imported_at', 'sha256'], since: 2 },
  classification: { key: ['dataset_id'], others: [], since: 2 },
  decision: { key: ['dataset_id', 'column_name'], others: [], since: 2 },
  release: { key: ['id'], others: ['dataset_id', 'created_at'], since: 3 },
  purpose: { key: ['id'], others: [], since: 3 },
  record_version: {
    key: ['kind', 'id', 'version'],
    others: ['ref', 'state', 'saved_at', 'saved_by', 'authors', 'reason', 'approval', 'closing'],
    since: 7,
  },
  record_draft: {
    key: ['kind', 'id'],
    others: ['ref', 'base', 'saved_at', 'saved_by', 'authors', 'reason', 'sitting'],
    since: 7,
  },
  consent_batch: { key: ['id'], others: [], since: 9 },
  case_record: { key: ['kind', 'id'], others: [], since: 10 },
};

/** Schema version that brought the versions of bodies. */
const versionedSince = 5;

export interface HeldRecord {
  key: string[];
  body: string;
  bodyVersion: number;
  /** The other columns, by name. */
  others: Readonly<Record<string, unknown>>;
  /** SHA-256 over all its columns, lower-case hex. */
  sha256: string;
}

/**
 * The entry's own number stands in the record that the entry names by its hash: it is left out of the hash and compared
 * by itself.
 */
function withoutOwnEntry(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    return value !== null && typeof value === 'object' && 'registerEntry' in value
      ? JSON.stringify({ ...value, registerEntry: null })
      : body;
  } catch {
    return body;
  }
}

/** The records of the catalogue as they are stored, each with the hash by which the log holds it. */
export function heldRecordsRepository(db: Database) {
  const version = Number(db.pragma('user_version', { simple: true }));
  const versioned = version >= versionedSince;
  const read = (table: BodyTable, where: string, values: readonly string[]): HeldRecord[] => {
    const { key, others, since } = columnsOf[table];
    if (version < since) return [];
    const columns = [...key, ...others, 'body', versioned ? 'body_version' : '1 AS body_version'];
    const rows = db
      .prepare<string[], Record<string, unknown>>(`SELECT ${columns.join(', ')} FROM ${table} ${where}`)
      .all(...values);
    return rows.map((row) => {
      const body = String(row.body);
      const under = [...key, ...others].map((column) => row[column]);
      const sha256 = createHash('sha256')
        .update(JSON.stringify([table, ...under, table === 'release' ? withoutOwnEntry(body) : body, row.body_version]))
        .digest('hex');
      return {
        key: key.map((column) => String(row[column])),
        others: Object.fromEntries(others.map((column) => [column, row[column]])),
        body,
        bodyVersion: Number(row.body_version),
        sha256,
      };
    });
  };
  return {
    all: (table: BodyTable): HeldRecord[] => read(table, '', []),
    /** Those whose key begins with this id. */
    of: (table: BodyTable, id: string): HeldRecord[] => read(table, `WHERE ${columnsOf[table].key[0]} = ?`, [id]),
    /** The hash of one record that was just written. */
    hashOf(table: BodyTable, ...key: string[]): string {
      const [record] = read(table, `WHERE ${columnsOf[table].key.map((column) => `${column} = ?`).join(' AND ')}`, key);
      if (record === undefined) throw new RangeError(`No such record in ${table}.`);
      return record.sha256;
    },
  };
}
