import type { UnreadableDataset } from '#shared/register/observed/observed.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/**
 * Datasets of which this program cannot read all that the workspace keeps of them: the dataset itself, what its columns
 * were found to be, or what people decided of them. Each is to be named wherever datasets are judged: what is not read
 * is not known to be harmless.
 */
export function unreadableDatasets({ catalog }: Pick<Workspace, 'catalog'>): UnreadableDataset[] {
  const listed = catalog.datasets.list();
  const names = new Map(listed.map(({ id, name }) => [id, name]));
  const found = new Map<string, string>();
  for (const { kind, id, name } of catalog.otherVersions()) {
    if (kind !== 'dataset' && kind !== 'classification' && kind !== 'decision') continue;
    found.set(id, names.get(id) ?? (kind === 'dataset' ? name : (found.get(id) ?? id)));
  }
  for (const { id, name } of listed) if (catalog.classifications.get(id) === null) found.set(id, name);
  return [...found].map(([id, name]) => ({ id, name }));
}
