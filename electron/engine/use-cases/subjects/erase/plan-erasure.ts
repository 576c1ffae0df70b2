import type { KeepOnErasure } from '#shared/contract/subjects.ts';
import { withDataset, type DatasetInHand } from '#engine/tables/from-dataset.ts';
import { keptCodebook } from '#engine/tables/kept-codebook.ts';
import type { SubjectErased, SubjectLeft } from '#shared/contract/subjects.ts';
import { eraseText } from '#shared/text/engine/erase.ts';
import { keptRejects } from '#engine/use-cases/rewrite/prepare-rewrite.ts';
import type { RewritePlan } from '#engine/use-cases/rewrite/rewrite-change.ts';
import type { FoundCells } from '../search-relation.ts';
import type { Searched } from '../search-workspace.ts';
import type { Holds } from './holds.ts';
import type { Identifiers } from './identifiers.ts';
import { keptRecords, type Keeps } from './keep.ts';
import { mendedCodebook } from './mend-codebook.ts';
import { whoseRows } from './whose-rows.ts';

/** What is to be done to one dataset. */
interface Planned {
  told: SubjectErased['datasets'][number];
  plan: RewritePlan;
}

const nobodys = { rows: [], foundBy: [], cells: [], left: [], kept: null };

/** Whose rows they are, and how those stay that a law keeps. */
async function whoseAndKept(
  table: DatasetInHand,
  found: readonly FoundCells[],
  identifiers: Identifiers,
  keep: KeepOnErasure | undefined,
) {
  const whose = await whoseRows(table, found, identifiers);
  const stays = keep !== undefined && whose.rows.length > 0;
  return { ...whose, kept: stays ? keptRecords(table, whose.rows, keep) : null };
}

/** What is to be done to the datasets that hold the person, and what is left in any. */
export async function planErasure(
  searched: Searched,
  identifiers: Identifiers,
  holds: Holds,
  keeps: Keeps,
): Promise<{ planned: Planned[]; left: SubjectLeft[] }> {
  const { search, cells } = searched;
  const { state, workspace, job } = search;
  const planned: Planned[] = [];
  const left: SubjectLeft[] = [];
  for (const [id, found] of cells) {
    const { name } = state.datasetRecord(id).summary;
    const whose =
      found.length === 0
        ? nobodys
        : await withDataset(state, id, (table) => whoseAndKept(table, found, identifiers, keeps.get(id)), {
            interrupt: job.signal,
          });
    const { kept } = whose;
    const rejects = await keptRejects(workspace, id, ({ raw }) => holds(raw), job.signal);
    const shared = ({ raw }: { raw: string }): boolean =>
      !holds(raw) && identifiers.all.some((one) => one.heldBy(raw) !== null);
    const sharedRejects = await keptRejects(workspace, id, shared, job.signal);
    const book = await keptCodebook(workspace, id);
    const codebook = book === undefined ? null : mendedCodebook(book, holds);
    left.push(...whose.left);
    if (sharedRejects !== null)
      left.push({ dataset: name, column: '', rows: sharedRejects.gone, why: eraseText.rejectedLeft });
    const told = {
      datasetId: id,
      name,
      rows: kept === null ? whose.rows.length : 0,
      foundBy: whose.foundBy,
      cells: whose.cells.length,
      rejectedRows: rejects?.gone ?? 0,
      codebook: codebook !== null,
      kept: kept?.told ?? null,
    };
    if (told.rows + told.cells + told.rejectedRows === 0 && !told.codebook && kept === null) continue;
    const change = {
      rows: kept === null ? whose.rows : [],
      cells: [...whose.cells, ...(kept?.emptied ?? [])],
      rejected: ({ raw }: { raw: string }) => holds(raw),
      ...(codebook === null ? {} : { codebook }),
    };
    planned.push({ told, plan: { datasetId: id, change } });
  }
  return { planned, left };
}
