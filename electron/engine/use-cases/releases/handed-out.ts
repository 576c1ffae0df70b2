import type { HandedOutRelease } from '#shared/contract/releases.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { byRelease, releasedFiles, sourcesSince, type ReleasedFile } from './released-files.ts';

/** Every release that the register knows, newest first, and whether its sources were written anew since. */
export function handedOutReleases(workspace: Workspace): HandedOutRelease[] {
  const since = sourcesSince(workspace);
  const recorded = new Set(workspace.catalog.releases.list().map(({ id }) => id));
  return byRelease(releasedFiles(workspace))
    .toReversed()
    .map((files) => {
      const [first] = files as [ReleasedFile];
      const { releaseId, entry, table, purpose, recipient, label, kind, writtenAt } = first;
      return {
        releaseId,
        files: files.map(({ fileName, rows }) => ({ fileName, rows })),
        related: table !== null,
        recorded: table !== null || recorded.has(releaseId),
        purpose,
        recipient,
        label: label ?? (kind === 'anonymised' ? kind : 'pseudonymised'),
        k: entry.payload.k ?? null,
        writtenAt,
        registerEntry: entry.seq,
        rewrittenSince: since(first),
      };
    });
}
