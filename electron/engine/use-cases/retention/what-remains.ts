import type { RetentionRan } from '#shared/contract/retention.ts';
import { retentionText } from '#shared/text/engine/retention.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

const text = retentionText.remains;

/** Where copies of what was taken out may lie that a run does not reach: said, since nobody else does. */
export function whatRemains({ catalog }: Workspace, lines: RetentionRan['lines']): RetentionRan['remains'] {
  const done = new Set(lines.filter(({ acted }) => acted > 0).map(({ datasetId }) => datasetId));
  if (done.size === 0) return [];
  const datasets = catalog.datasets.list().filter(({ id }) => done.has(id));
  const releases = catalog.releases.list().filter(({ datasetId }) => done.has(datasetId));
  return [
    ...datasets.flatMap(({ name, fileName, rejectedRows }) => [
      { what: text.source(fileName), why: text.sourceWhy },
      ...(rejectedRows > 0 ? [{ what: text.rejected(name, rejectedRows), why: text.rejectedWhy }] : []),
    ]),
    ...releases.map(({ fileName, recipient }) => ({
      what: text.release(fileName, recipient ?? null),
      why: text.releaseWhy,
    })),
    { what: text.backups, why: text.backupsWhy },
  ];
}
