import { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import type { RetentionHold } from '#shared/domain/retention.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Cases } from '#engine/workspace/sealed-cases.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { identifiersOf } from '../subjects/erase/identifiers.ts';
import { pointedRows } from '../subjects/erase/whose-rows.ts';
import { newSearch, searchDatasets } from '../subjects/search-workspace.ts';
import type { Sought } from '../subjects/sought.ts';

/** Of the sealed records: it stays as it is. */
export const heldKind = 'held-people';

/** By hold, the values that name the people whom it is about. */
const heldRecord = z.strictObject({ values: z.array(z.string().min(1)).min(1) });

export const heldPeople = (workspace: Workspace): Cases<z.infer<typeof heldRecord>> =>
  workspace.cases(heldKind, heldRecord);

/** @throws Failure FILE_DAMAGED where it is gone: whom the hold is about nobody knows then */
function valuesOf(workspace: Workspace, { id, citation }: RetentionHold): string[] {
  const record = heldPeople(workspace).get(id);
  if (record === null) throw new Failure('FILE_DAMAGED', text.heldGone(citation));
  return record.values;
}

/**
 * The rows of the people whom holds are about, by hold and dataset, numbers from 0: found as those of anybody who is
 * looked for, under keys and hashed, too. Where values are shared by several people the rows of all are kept.
 * @throws Failure FILE_DAMAGED where what names them cannot be read: nothing is ended then
 */
export async function rowsOfHeldPeople(
  state: EngineSession,
  job: JobContext,
  holds: readonly RetentionHold[],
): Promise<Map<string, Map<string, Set<number>>>> {
  const kept = new Map<string, Map<string, Set<number>>>();
  const workspace = state.requireWorkspace();
  for (const hold of holds) {
    const { id, identifiers } = hold;
    if (identifiers === undefined) continue;
    const search = newSearch(state, job, valuesOf(workspace, hold));
    const found = await searchDatasets(search, false);
    const named = await identifiersOf(state, { search, ...found }, []);
    const byDataset = new Map<string, Set<number>>();
    for (const [dataset, cells] of found.cells) {
      if (cells.length === 0) continue;
      const findings = (await state.dataset(dataset)).effectiveFindings();
      byDataset.set(dataset, pointedRows(cells, findings, named));
    }
    kept.set(id, byDataset);
  }
  return kept;
}

/** @throws Failure WRONG_USAGE where somebody is on hold by one of the values they are sought by */
export function requireNotHeld(state: EngineSession, sought: readonly Sought[]): void {
  const workspace = state.requireWorkspace();
  for (const hold of workspace.catalog.retention.holds()) {
    const { identifiers, citation, until } = hold;
    if (identifiers === undefined || until < state.today()) continue;
    if (valuesOf(workspace, hold).some((value) => sought.some((one) => one.heldBy(value) === 'plain')))
      throw new Failure('WRONG_USAGE', text.personHeld(citation, until));
  }
}

/**
 * Rows of a dataset that is held as a whole are not erased: whoever holds it may need them for a claim. What a law keeps
 * of a person is told when they are erased (Art. 17(3)), and is not taken.
 * @throws Failure WRONG_USAGE where a hold on everything, or on all of one of these datasets, goes on
 */
export function requireDatasetsNotHeld(state: EngineSession, datasets: readonly { datasetId: string; name: string }[]) {
  for (const hold of state.requireWorkspace().catalog.retention.holds()) {
    if (hold.identifiers !== undefined || hold.rule !== null || hold.until < state.today()) continue;
    const held = datasets.find(({ datasetId }) => hold.datasetId === null || hold.datasetId === datasetId);
    if (held) throw new Failure('WRONG_USAGE', text.datasetHeld(held.name, hold.citation, hold.until));
  }
}
