import type { Certificate } from '#shared/certificate/certificate.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { canBeResaved, comesOutAgain } from '#engine/release/comes-out-again.ts';
import type { EarlierRelease } from '#engine/release/join-earlier.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { earlierReleases } from './earlier-releases.ts';
import { releasesBeside } from './releases-beside.ts';

/**
 * Earlier releases of the table's source, those of the same rows saved as another file among them: what the open
 * workspace's register knows, else what lies beside the output.
 */
export async function knownReleases(
  state: EngineSession,
  table: TableInHand,
  made: {
    findings: readonly Finding[];
    recipe: Recipe;
    outputPath: string;
    keys: ReleaseKeys | null;
    signal: AbortSignal;
  },
): Promise<EarlierRelease[] | null> {
  const { findings, recipe, outputPath, signal } = made;
  const { workspace } = state;
  const keys = made.keys ?? workspace?.keys ?? null;
  const { directory } = table;
  const resaved = async (certificate: Certificate): Promise<boolean> => {
    const purpose = state.findPurpose(certificate.recipe.purpose);
    return (
      canBeResaved(certificate, table) &&
      comesOutAgain(certificate, { source: table, findings, keys, purpose, directory, signal })
    );
  };
  return workspace === null
    ? releasesBeside(outputPath, table.sha256, recipe.release, resaved)
    : earlierReleases(workspace, table.sha256, recipe.release, resaved);
}
