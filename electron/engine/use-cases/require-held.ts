import { Failure } from '#shared/contract/failure.ts';
import { heldText } from '#shared/text/engine/held.ts';
import type { Contradiction } from '#engine/journal/held/hold-catalogue.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

const ofDataset: readonly string[] = ['dataset', 'classification', 'decision'];

/**
 * Whether a release of this source rests on it: settings and purposes count for all, and so does a later import of the
 * same file whose record is gone.
 */
function matters(
  { kind, about }: Contradiction,
  release: { datasetId: string | null; sourceSha256: string; purpose: string },
  importedBy: number,
): boolean {
  if (kind === 'not-held') return false;
  // What another version wrote says nothing here: only whoever needs it is stopped.
  if (kind === 'other-version' && about.table === 'purpose') return about.key[0] === release.purpose;
  // Who agreed decides who may leave.
  if (about.table === 'consent_batch') return true;
  // What the register of processing says decides what may be released for which purpose.
  if (['setting', 'purpose', 'record_version', 'record_draft'].includes(about.table)) return true;
  if (!ofDataset.includes(about.table)) return false;
  return (
    about.key[0] === release.datasetId ||
    (about.sourceSha256 === release.sourceSha256 && (release.datasetId === null || about.importedBy > importedBy))
  );
}

/**
 * Before a release: what it rests on is what the register says.
 * @param workingRecipe it goes by the dataset's working recipe
 * @throws Failure WORKSPACE_DAMAGED where the register itself does not verify any more, REGISTER_CONTRADICTS with
 *   what differs and what to do
 */
export function requireHeld(
  workspace: Workspace,
  release: { datasetId: string | null; sourceSha256: string; purpose: string; workingRecipe: boolean },
): void {
  const { damage, contradictions, recipes, files, imports } = workspace.hold();
  if (damage !== null) throw new Failure('WORKSPACE_DAMAGED', heldText.registerUnsound(damage));
  const importedBy = imports.get(release.datasetId ?? '') ?? 0;
  const details = [
    ...contradictions.filter((found) => matters(found, release, importedBy)).map(({ detail }) => detail),
    ...recipes
      .filter(
        ({ kind, datasetId }) => release.workingRecipe && kind !== 'recipe-missing' && datasetId === release.datasetId,
      )
      .map(({ detail }) => detail),
    // What is gone cannot be read: whoever opens it says so.
    ...files
      .filter(({ kind, datasetId }) => kind === 'data-changed' && datasetId === release.datasetId)
      .map(({ detail }) => detail),
  ];
  if (details.length > 0) throw new Failure('REGISTER_CONTRADICTS', heldText.refused(details));
}

/**
 * Before decisions: the suggestions that they accept or contradict are those that were entered. @throws Failure
 * REGISTER_CONTRADICTS
 */
export function requireHeldSuggestions(workspace: Workspace, datasetId: string): void {
  const details = workspace
    .holdDataset(datasetId)
    .filter(({ kind }) => kind !== 'not-held')
    .map(({ detail }) => detail);
  if (details.length > 0) throw new Failure('REGISTER_CONTRADICTS', heldText.refusedDecision(details));
}
