import type { Recipe } from '#shared/domain/recipe-file.ts';
import { lastRecipient } from '#shared/domain/last-recipient.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { namedDataset } from '../lawfulness/named-dataset.ts';

/**
 * Who got the last release of this dataset, or of an edition before it, for the purpose of the recipe; undefined where
 * none was named, and where no workspace knows the dataset. The window offers them in the same way, where a person sees
 * it before the release: here nobody does, so that no other dataset speaks for this one.
 */
export function recipientBefore(
  state: EngineSession,
  { datasetId }: Pick<TableInHand, 'datasetId'>,
  { purpose }: Pick<Recipe, 'purpose'>,
): string | undefined {
  const { workspace } = state;
  if (workspace === null || datasetId === null) return undefined;
  const { id, earlier } = namedDataset(state, datasetId);
  const known = new Set([id, ...earlier]);
  const releases = workspace.catalog.releases.list().filter((release) => known.has(release.datasetId));
  const purposeOf = (word: string): string => state.findPurpose(word)?.id ?? word;
  return (
    lastRecipient(
      releases.map((release) => ({ ...release, purpose: purposeOf(release.purpose) })),
      purposeOf(purpose),
    ) || undefined
  );
}
