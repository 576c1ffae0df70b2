import { z } from 'zod';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { spellingsToFind, spellingsToKeep, suppressionHash, type SuppressionKind } from './suppression-keys.ts';

/** Kind and id of the sealed record that the list is. */
const [kind, listId] = ['suppression', 'list'];

/** Keyed hashes of the values of people who are not to be processed again, each with the moment since when. */
const suppressionList = z.strictObject({
  hashes: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.iso.datetime()),
});

const listOf = (workspace: Workspace) => workspace.cases(kind, suppressionList);

/** The hashes that are on the list; empty before anybody is. @throws Failure FILE_DAMAGED, WORKSPACE_FROM_FUTURE */
export const suppressedHashes = (workspace: Workspace): ReadonlyMap<string, string> =>
  new Map(Object.entries(listOf(workspace).get(listId)?.hashes ?? {}));

/** Keyed hashes of values, of every spelling under which they are kept. */
function hashesOf(workspace: Workspace, values: readonly string[]): string[] {
  const hash = suppressionHash(workspace.keys.suppressionKey());
  return [...new Set(values.flatMap(spellingsToKeep).map(hash))];
}

/** Keyed hashes of values that the list does not have yet. */
export function hashesToAdd(workspace: Workspace, values: readonly string[]): string[] {
  const known = suppressedHashes(workspace);
  return hashesOf(workspace, values).filter((one) => !known.has(one));
}

/** Keyed hashes of values that are on the list. */
export function hashesListed(workspace: Workspace, values: readonly string[]): string[] {
  const known = suppressedHashes(workspace);
  return hashesOf(workspace, values).filter((one) => known.has(one));
}

interface Said {
  /** Now, ISO 8601. */
  at: string;
  reason: string;
  /** How many values. */
  identifiers: number;
}

/**
 * Puts hashes on the list and enters it; inside `workspace.transaction`.
 * @returns number of the entry
 */
export function addToList(workspace: Workspace, hashes: readonly string[], { at, reason, identifiers }: Said): number {
  const list = listOf(workspace);
  const before = list.get(listId)?.hashes ?? {};
  const after = { ...before, ...Object.fromEntries(hashes.map((one) => [one, at])) };
  list.save(listId, { hashes: after });
  return workspace.register.append({
    kind: 'suppression.added',
    subjectRef: listId,
    payload: {
      identifiers,
      added: hashes.length,
      hashes: Object.keys(after).length,
      reason,
      recordSha256: workspace.catalog.held.hashOf('case_record', kind, listId),
    },
  }).seq;
}

/**
 * Takes hashes off the list and enters it; inside `workspace.transaction`.
 * @returns number of the entry
 */
export function takeFromList(
  workspace: Workspace,
  hashes: readonly string[],
  { reason, identifiers }: Omit<Said, 'at'>,
): number {
  const list = listOf(workspace);
  const gone = new Set(hashes);
  const after = Object.fromEntries([...suppressedHashes(workspace)].filter(([one]) => !gone.has(one)));
  list.save(listId, { hashes: after });
  return workspace.register.append({
    kind: 'suppression.removed',
    subjectRef: listId,
    payload: {
      identifiers,
      removed: hashes.length,
      hashes: Object.keys(after).length,
      reason,
      recordSha256: workspace.catalog.held.hashOf('case_record', kind, listId),
    },
  }).seq;
}

/** Whether a value of a column of a kind is that of somebody on the list. */
export type OnList = (kind: SuppressionKind, value: string) => boolean;

/**
 * Tells who is on the list; null where nobody is.
 * @param at as the list was at that moment, ISO 8601; absent: as it is
 */
export function onListOf(workspace: Workspace, at?: string): OnList | null {
  const listed = new Set(
    [...suppressedHashes(workspace)].flatMap(([hash, since]) => (at !== undefined && since > at ? [] : hash)),
  );
  if (listed.size === 0) return null;
  const hash = suppressionHash(workspace.keys.suppressionKey());
  return (kind, value) => spellingsToFind(kind, value).some((spelling) => listed.has(hash(spelling)));
}
