import type { Classification } from '#shared/domain/finding.ts';
import type { SealedFile } from '#engine/workspace/sealed-names.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/**
 * Keeps a dataset's new suggestions, without the days that were sealed, and says so in the register; decisions are
 * untouched.
 * @param sealed files that the entry is to name; none where another entry does
 */
export function recordSuggestions(
  state: EngineSession,
  datasetId: string,
  classification: Classification,
  sealed: SealedFile[] = [],
): void {
  const workspace = state.requireWorkspace();
  const classes = { linked: 0, linkable: 0, non_pii: 0 };
  for (const column of classification.columns) classes[column.class] += 1;
  workspace.transaction(() => {
    workspace.catalog.classifications.save(datasetId, classification);
    workspace.register.append({
      kind: 'classification.suggested',
      subjectRef: datasetId,
      payload: {
        datasetId,
        policy: classification.policy,
        columns: classification.columns.length,
        classes,
        needReview: classification.columns.filter(({ needsReview }) => needsReview).length,
        sealed,
        recordSha256: workspace.catalog.held.hashOf('classification', datasetId),
      },
    });
  });
  state.refreshRecord(datasetId);
}
