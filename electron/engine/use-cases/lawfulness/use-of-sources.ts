import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { UseOfColumns } from '#shared/domain/declared-use.ts';
import { joinSides } from '#shared/domain/joined-view.ts';
import type { NamedDataset } from '#shared/register/compare/declared.ts';
import { useOfColumns } from '#shared/register/purpose-limitation/use-of-columns.ts';
import type { RegisterSnapshot } from '#shared/register/register-snapshot.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { namedDataset } from './named-dataset.ts';

/** What is asked of a view: the purpose, and those of its columns that reach the output. */
interface Asked {
  purpose: string | null;
  columns: readonly string[];
}

/**
 * What was declared of the datasets that a joined view was made of restricts the view as it restricts them: joining is
 * no way around it (decision 0028). A source that was deleted since is asked for by the name it had.
 * @returns the use that nothing allows; null where none is such, or the dataset is no view
 */
export function useOfSources(
  state: EngineSession,
  snapshot: RegisterSnapshot,
  { id, join }: Pick<DatasetSummary, 'id' | 'join'>,
  { purpose, columns }: Asked,
): UseOfColumns | null {
  if (join === undefined) return null;
  const own = new Set(join.columns.map(({ name }) => name));
  // What is none of the columns of either is the keyed hash of both keys.
  const keys = columns.filter((name) => !own.has(name));
  for (const side of joinSides) {
    const source = join[side];
    const nameHere = new Map(join.columns.flatMap((one) => (one.side === side ? [[one.from, one.name] as const] : [])));
    if (keys.length > 0) nameHere.set(source.column, keys[0]!);
    const reached = [...nameHere].flatMap(([from, name]) => (columns.includes(name) ? [from] : []));
    if (reached.length === 0 || source.datasetId === id) continue;
    const record = state.requireWorkspace().catalog.datasets.get(source.datasetId);
    const dataset: NamedDataset =
      record === null
        ? { id: source.datasetId, name: source.name, fileName: source.name, earlier: [] }
        : namedDataset(state, source.datasetId);
    const use = useOfColumns(snapshot, { dataset, purpose, columns: reached });
    const deeper = record && useOfSources(state, snapshot, record, { purpose, columns: reached });
    const found = use.state === 'other' ? use : deeper;
    if (found?.state === 'other')
      return { ...found, columns: found.columns.map((column) => nameHere.get(column) ?? column) };
  }
  return null;
}
