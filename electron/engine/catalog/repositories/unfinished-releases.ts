import type { Database } from 'better-sqlite3';
import { entryKinds } from '#shared/journal/entry-kinds/index.ts';
import type { EntryPayload } from '#shared/journal/entry-kinds/index.ts';
import { logRepository } from './log.ts';

export interface UnfinishedRelease {
  seq: number;
  releaseId: string;
  announced: EntryPayload<'release.announced'>;
}

/** Releases that the log announced and has neither completed nor cleared. */
export function unfinishedReleases(db: Database): UnfinishedRelease[] {
  const open = new Map<string, UnfinishedRelease>();
  for (const { seq, kind, subject_ref: releaseId, payload } of logRepository(db).ofKinds([
    'release.announced',
    'release.written',
    'release.cleared',
  ])) {
    if (kind !== 'release.announced') {
      open.delete(releaseId);
      continue;
    }
    const { success, data } = entryKinds['release.announced'].safeParse(parsed(payload));
    if (success) open.set(releaseId, { seq, releaseId, announced: data });
  }
  return [...open.values()];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
