import type { Database } from 'better-sqlite3';
import type { OtherVersion } from '#shared/contract/workspaces.ts';
import { bodyTables } from '../body-tables.ts';
import { heldRecordsRepository } from './held-records.ts';
import { isReadable } from './readable-body.ts';

/** What people call a record that this program cannot read, as far as it says so. */
function nameIn(body: string, key: readonly string[]): string {
  const fallback = key.at(-1) ?? '';
  try {
    const { title, name, fileName, column } = JSON.parse(body) as Record<string, unknown>;
    return (
      [title, name, fileName, column].find((word): word is string => typeof word === 'string' && word !== '') ??
      fallback
    );
  } catch {
    return fallback;
  }
}

/** The records that are from another version of Custos: kept as they are, named, used for nothing. */
export function otherVersions(db: Database): OtherVersion[] {
  const records = heldRecordsRepository(db);
  return bodyTables.flatMap((kind) =>
    records
      .all(kind)
      .filter((record) => !isReadable(kind, record))
      .map(({ key, body }) => ({ kind, id: key[0] ?? '', name: nameIn(body, key).slice(0, 200) })),
  );
}
