import type { EntryOf } from '#engine/catalog/repositories/entries-of.ts';
import type { RewrittenSince } from '#shared/domain/rewrites.ts';
import { rewrittenSince } from '#shared/journal/rewritten-since.ts';

/** What a register says of where the rows of a release came from, and what became of them. */
export interface OfSources {
  arrived: readonly EntryOf<'dataset.imported' | 'dataset.joined'>[];
  rewritten: readonly EntryOf<'dataset.rewritten'>[];
}

/**
 * How often the sources of a release were written anew after it: the datasets it was made of, and of a file that was
 * released by itself those that were imported from it.
 */
export function sinceRelease(
  { seq, payload }: EntryOf<'release.written' | 'tables.released'>,
  { arrived, rewritten }: OfSources,
): RewrittenSince | null {
  const sources = 'tables' in payload ? payload.tables : [payload];
  const datasets = sources.flatMap(({ datasetId, sourceSha256 }) =>
    datasetId !== null
      ? [datasetId]
      : arrived.flatMap((entry) => (entry.payload.sha256 === sourceSha256 ? [entry.payload.datasetId] : [])),
  );
  return rewrittenSince(rewritten, { datasets, seq });
}
