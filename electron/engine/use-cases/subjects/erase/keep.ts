import { Failure } from '#shared/contract/failure.ts';
import type { KeptOfErasure, KeepOnErasure } from '#shared/contract/subjects.ts';
import { eraseText } from '#shared/text/engine/erase.ts';
import type { DatasetInHand } from '#engine/tables/from-dataset.ts';
import type { CellChange } from '#engine/use-cases/rewrite/rewrite-change.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { FoundCells } from '../search-relation.ts';

/** What of records stays, by dataset. */
export type Keeps = ReadonlyMap<string, KeepOnErasure>;

/**
 * What is to be kept of whom, checked before anything is looked at.
 * @throws Failure WRONG_USAGE where the person has no record in such a dataset or it is named twice, COLUMN_UNKNOWN,
 *   DATASET_UNKNOWN
 */
export async function keepsOf(
  state: EngineSession,
  asked: readonly KeepOnErasure[],
  cells: ReadonlyMap<string, readonly FoundCells[]>,
): Promise<Keeps> {
  const keeps = new Map<string, KeepOnErasure>();
  for (const keep of asked) {
    const session = await state.dataset(keep.datasetId);
    const { name } = session.record.summary;
    if (keep.reason.trim() === '') throw new Failure('WRONG_USAGE', eraseText.keepWhy(name));
    if (keeps.has(keep.datasetId)) throw new Failure('WRONG_USAGE', eraseText.keptTwice(name));
    for (const column of keep.columns) session.column(column);
    if ((cells.get(keep.datasetId) ?? []).length === 0) throw new Failure('WRONG_USAGE', eraseText.nothingToKeep(name));
    keeps.set(keep.datasetId, keep);
  }
  return keeps;
}

/** How the person's records of a dataset stay: whole, or with every cell emptied that is in no kept column. */
export function keptRecords(
  { columns }: Pick<DatasetInHand, 'columns'>,
  rows: readonly number[],
  { columns: named, ground, reason }: KeepOnErasure,
): { emptied: CellChange[]; told: KeptOfErasure } {
  const stay = new Set(named.length === 0 ? columns.map(({ name }) => name) : named);
  const emptied = columns.filter(({ name }) => !stay.has(name));
  return {
    emptied: rows.flatMap((row) => emptied.map(({ name }) => ({ row, column: name, value: null }))),
    told: { rows: rows.length, columns: [...stay], emptied: emptied.map(({ name }) => name), ground, reason },
  };
}
