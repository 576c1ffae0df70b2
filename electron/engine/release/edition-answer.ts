import type { EarlierEdition } from '#shared/domain/release-figures.ts';
import { editionReleaseText as text } from '#shared/text/engine/edition-release.ts';

/** Whether a release and one of another edition together point at somebody, by a group's change or row by row. */
export const pointsAt = ({ joined, pointedAt }: EarlierEdition): boolean =>
  (joined !== null && joined > 0) || (pointedAt !== null && pointedAt.people > 0);

/**
 * What releases of other editions say about linking. One that could not be compared is told and decides nothing: next to
 * an edition that was deleted when its time was over, no later one could be released.
 */
export const editionAnswer = (
  editions: readonly EarlierEdition[],
): { failed: boolean; detail: string[]; missing: string[] } => {
  const pointing = editions.filter(pointsAt);
  return {
    failed: pointing.length > 0,
    detail: editions.length === 0 ? [] : [text.all(editions)],
    missing: text.missing(pointing),
  };
};
