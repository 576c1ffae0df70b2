import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import { entryKinds, type EntryKind } from '#shared/journal/entry-kinds/index.ts';
import { logRepository } from './log.ts';

/** An entry of the log, its payload as its kind has it. */
export type EntryOf<K extends EntryKind> = {
  [Kind in K]: {
    seq: number;
    ts: string;
    kind: Kind;
    subjectRef: string;
    payload: z.output<(typeof entryKinds)[Kind]>;
  };
}[K];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Entries of these kinds, oldest first. What does not fit its kind, because another version wrote it or somebody
 * changed it, is left out: verification tells of it.
 */
export function entriesOf<K extends EntryKind>(db: Database, kinds: readonly K[]): EntryOf<K>[] {
  return [...logRepository(db).ofKinds(kinds)].flatMap(({ seq, ts, kind, subject_ref: subjectRef, payload }) => {
    const read = entryKinds[kind as K].safeParse(parsed(payload));
    return read.success ? [{ seq, ts, kind, subjectRef, payload: read.data } as EntryOf<K>] : [];
  });
}
