import type { RetentionRan } from '#shared/contract/retention.ts';
import { retentionText } from '#shared/text/engine/retention.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { isMadeOf, releasedFiles } from '../releases/released-files.ts';

const text = retentionText.remains;

/** Where copies of what was taken out may lie that a run does not reach: said, since nobody else does. */
export function whatRemains(workspace: Workspace, lines: RetentionRan['lines']): RetentionRan['remains'] {
  const done = new Set(lines.filter(({ acted }) => acted > 0).map(({ datasetId }) => datasetId));
  if (done.size === 0) return [];
  const datasets = workspace.catalog.datasets.list().filter(({ id }) => done.has(id));
  const releases = releasedFiles(workspace).filter((file) => datasets.some((dataset) => isMadeOf(dataset)(file)));
  return [
    ...datasets.flatMap(({ name, fileName, rejectedRows }) => [
      { what: text.source(fileName), why: text.sourceWhy },
      ...(rejectedRows > 0 ? [{ what: text.rejected(name, rejectedRows), why: text.rejectedWhy }] : []),
    ]),
    ...releases.map(({ fileName, recipient }) => ({
      what: text.release(fileName, recipient),
      why: text.releaseWhy,
    })),
    { what: text.backups, why: text.backupsWhy },
  ];
}
