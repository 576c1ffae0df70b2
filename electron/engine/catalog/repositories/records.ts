import type { Database } from 'better-sqlite3';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion, UnreadableVersion } from '#shared/register/register-snapshot.ts';
import { recordEntryKinds } from '#shared/journal/entry-kinds/record.ts';
import { GatheredFromLog } from './gathered-from-log.ts';
import { logRepository } from './log.ts';
import { readDraftRow, readVersionRow, type DraftRow, type SentState, type VersionRow } from './record-rows.ts';

/** Schema version that brought the tables. */
const since = 7;

/** All that is kept of one record. */
export interface StoredRecord {
  kind: RecordKind;
  id: string;
  ref: string;
  /** What was sent, oldest first. */
  versions: (RecordVersion | UnreadableVersion)[];
  draft: RecordVersion | UnreadableVersion | null;
}

/** Fields that a sitting has changed so far. */
export interface Sitting {
  kind: RecordKind;
  id: string;
  ref: string;
  version: number;
  /** Who saved it last. */
  by: string;
  fields: string[];
  reason: string;
}

/** Which records: of all, of one kind, or one. */
export interface Which {
  kind?: RecordKind | undefined;
  id?: string | undefined;
}

const where = 'WHERE (@kind IS NULL OR kind = @kind) AND (@id IS NULL OR id = @id)';
const asParameters = ({ kind, id }: Which) => ({ kind: kind ?? null, id: id ?? null });
const keyOf = (...parts: (string | number)[]): string => JSON.stringify(parts);

type NewestEntries = ReadonlyMap<string, number>;

/** Numbers of the newest entries about each version: `[kind, id, version]`. */
function newestEntries(db: Database): GatheredFromLog<NewestEntries> {
  const added = (after: number): { kind: string; id: string; version: number; entry: number }[] =>
    db
      .prepare<[string, number], { kind: string; id: string; version: number; entry: number }>(
        `SELECT json_extract(payload, '$.recordKind') AS kind, subject_ref AS id, json_extract(payload, '$.version') ` +
          'AS version, max(seq) AS entry FROM log WHERE kind IN (SELECT value FROM json_each(?)) AND seq > ? AND ' +
          'json_valid(payload) GROUP BY 1, 2, 3',
      )
      .all(JSON.stringify(recordEntryKinds), after);
  return new GatheredFromLog<NewestEntries>(
    logRepository(db),
    (after, before) =>
      new Map([
        ...(before ?? []),
        ...added(after).map(({ kind, id, version, entry }): [string, number] => [keyOf(kind, id, version), entry]),
      ]),
  );
}

function readStored(db: Database, entries: NewestEntries, which: Which): StoredRecord[] {
  const found = new Map<string, StoredRecord>();
  const recordOf = ({ kind, id, ref }: { kind: string; id: string; ref: string }): StoredRecord => {
    const key = keyOf(kind, id);
    const record = found.get(key) ?? { kind: kind as RecordKind, id, ref, versions: [], draft: null };
    found.set(key, record);
    return record;
  };
  const versions = `SELECT * FROM record_version ${where} ORDER BY kind, id, version`;
  for (const row of db.prepare<object, VersionRow>(versions).iterate(asParameters(which)))
    recordOf(row).versions.push(readVersionRow(row, entries.get(keyOf(row.kind, row.id, row.version)) ?? null));
  for (const row of db.prepare<object, DraftRow>(`SELECT * FROM record_draft ${where}`).iterate(asParameters(which))) {
    const record = recordOf(row);
    const newest = record.versions.at(-1);
    const next = (newest?.version ?? 0) + 1;
    const entry = entries.get(keyOf(row.kind, row.id, next)) ?? null;
    record.draft = readDraftRow(row, { next, returned: newest?.state === 'returned', entry });
  }
  return [...found.values()].toSorted((a, b) => (a.ref === b.ref ? 0 : a.ref < b.ref ? -1 : 1));
}

/** What writes rows. Only a version's state, approval and closing ever change; nothing removes one. */
function writingOf(db: Database) {
  return {
    insertVersion: (row: VersionRow): void =>
      void db
        .prepare<VersionRow>(
          'INSERT INTO record_version (kind, id, version, ref, state, saved_at, saved_by, authors, reason, approval, ' +
            'closing, body, body_version) VALUES (@kind, @id, @version, @ref, @state, @saved_at, @saved_by, @authors, ' +
            '@reason, @approval, @closing, @body, @body_version)',
        )
        .run(row),
    /** Where a version stands from now on; `approval` and `closing` are JSON and stay where absent. */
    setState: (
      { kind, id, version }: { kind: RecordKind; id: string; version: number },
      to: { state: SentState; approval?: string; closing?: string },
    ): void =>
      void db
        .prepare<object>(
          'UPDATE record_version SET state = @state, approval = coalesce(@approval, approval), closing = ' +
            'coalesce(@closing, closing) WHERE kind = @kind AND id = @id AND version = @version',
        )
        .run({ approval: null, closing: null, ...to, kind, id, version }),
    putDraft: (row: DraftRow): void =>
      void db
        .prepare<DraftRow>(
          'INSERT INTO record_draft (kind, id, ref, base, saved_at, saved_by, authors, reason, sitting, body, ' +
            'body_version) VALUES (@kind, @id, @ref, @base, @saved_at, @saved_by, @authors, @reason, @sitting, @body, ' +
            '@body_version) ON CONFLICT (kind, id) DO UPDATE SET saved_at = @saved_at, saved_by = @saved_by, authors = ' +
            '@authors, reason = @reason, sitting = @sitting, body = @body, body_version = @body_version',
        )
        .run(row),
    removeDraft: (kind: RecordKind, id: string): void =>
      void db.prepare<[string, string]>('DELETE FROM record_draft WHERE kind = ? AND id = ?').run(kind, id),
    endSitting: (kind: RecordKind, id: string): void =>
      void db
        .prepare<[string, string]>('UPDATE record_draft SET sitting = NULL WHERE kind = ? AND id = ?')
        .run(kind, id),
  };
}

/** Sittings that no entry tells of yet. What they changed is told as far as it can be read. */
function readSittings(db: Database, which: Which): Sitting[] {
  const rows = db
    .prepare<object, DraftRow & { sitting: string; next: number }>(
      'SELECT *, 1 + coalesce((SELECT max(version) FROM record_version AS sent WHERE sent.kind = record_draft.kind AND ' +
        `sent.id = record_draft.id), 0) AS next FROM record_draft ${where} AND sitting IS NOT NULL ORDER BY kind, id`,
    )
    .all(asParameters(which));
  return rows.map(({ kind, id, ref, next: version, sitting, reason, saved_by: by }) => {
    let fields: string[] = [];
    try {
      const told: unknown = JSON.parse(sitting);
      if (Array.isArray(told)) fields = told.filter((field): field is string => typeof field === 'string');
    } catch {
      // Damaged: the sitting ends all the same, and its entry names no field.
    }
    return { kind: kind as RecordKind, id, ref, version, by, fields, reason };
  });
}

/** Records of the register of processing: versions that were sent, and drafts. */
export function recordsRepository(db: Database) {
  const there = Number(db.pragma('user_version', { simple: true })) >= since;
  const entries = newestEntries(db);
  return {
    /** By reference. A workspace from before there were records has none. */
    list: (which: Which = {}): StoredRecord[] => (there ? readStored(db, entries.now(), which) : []),
    get: (kind: RecordKind, id: string): StoredRecord | null =>
      there ? (readStored(db, entries.now(), { kind, id })[0] ?? null) : null,
    has: (kind: RecordKind, id: string): boolean =>
      db
        .prepare<object>(
          'SELECT 1 FROM record_version WHERE kind = @kind AND id = @id UNION ALL SELECT 1 FROM record_draft WHERE ' +
            'kind = @kind AND id = @id LIMIT 1',
        )
        .get({ kind, id }) !== undefined,
    /** Every reference that was ever given to a record of the kind: of those that are there, and of discarded drafts. */
    refs: (kind: RecordKind): string[] =>
      db
        .prepare<[string, string, string, string], string>(
          'SELECT ref FROM record_version WHERE kind = ? UNION SELECT ref FROM record_draft WHERE kind = ? UNION ' +
            `SELECT json_extract(payload, '$.ref') FROM log WHERE kind IN (SELECT value FROM json_each(?)) AND ` +
            `json_valid(payload) AND json_extract(payload, '$.recordKind') = ?`,
        )
        .pluck()
        .all(kind, kind, JSON.stringify(recordEntryKinds), kind)
        .filter((ref): ref is string => typeof ref === 'string'),
    /** The stored text of a version or of the draft, as it is. */
    draftRow: (kind: RecordKind, id: string): DraftRow | undefined =>
      db.prepare<[string, string], DraftRow>('SELECT * FROM record_draft WHERE kind = ? AND id = ?').get(kind, id),
    versionRow: (kind: RecordKind, id: string, version: number): VersionRow | undefined =>
      db
        .prepare<[string, string, number], VersionRow>(
          'SELECT * FROM record_version WHERE kind = ? AND id = ? AND version = ?',
        )
        .get(kind, id, version),
    sittings: (which: Which = {}): Sitting[] => (there ? readSittings(db, which) : []),
    ...writingOf(db),
  };
}
