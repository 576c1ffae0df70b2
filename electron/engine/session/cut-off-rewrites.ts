import { rewriteText } from '#shared/text/engine/rewrite.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** Of each file, what the newest entry that names it says, and of which dataset, where it was rewritten. */
function namedFiles({ catalog }: Workspace): Map<string, { sha256: string; rewritten: string | null }> {
  const entries = [
    ...catalog.entriesOf('dataset.rewritten'),
    ...catalog.entriesOf('classification.suggested'),
    ...catalog.entriesOf('codebook.imported'),
  ].toSorted((a, b) => a.seq - b.seq);
  return new Map(
    entries.flatMap(({ payload }) =>
      (payload.sealed ?? []).map(({ name, sha256 }) => [
        name,
        { sha256, rewritten: 'rowsSealedBefore' in payload ? payload.name : null },
      ]),
    ),
  );
}

/**
 * What a killed process left of rewriting datasets, of their days and codebooks: sealed files that the register names by their hash take the place
 * of those that they are to replace; any other is removed, for then the rows are as they
 * were. In a folder that cannot be written the former are read where they lie.
 * @returns what was done, in sentences, one for each dataset
 */
export async function settleCutOffRewrites(workspace: Workspace): Promise<string[]> {
  const names = workspace.next.names();
  if (names.length === 0) return [];
  const entered = namedFiles(workspace);
  const told = new Set<string>();
  for (const name of names) {
    const entry = entered.get(name);
    const named = entry !== undefined && (await workspace.next.hashOf(name)) === entry.sha256;
    if (workspace.readOnlyPlace) {
      if (named) workspace.next.readInstead(name);
    } else if (named) {
      workspace.next.promote(name);
      if (entry.rewritten !== null) told.add(rewriteText.completed(entry.rewritten));
    } else workspace.next.drop(name);
  }
  return [...told];
}
