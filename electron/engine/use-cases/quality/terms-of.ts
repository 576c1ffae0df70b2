import type { QualityCheck, QualityDimension } from '#shared/domain/quality.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { checkedColumns } from '#engine/quality/checked-column.ts';
import { proposeChecks, referringTypes, type OtherKey, type ProposalTerms } from '#engine/quality/propose-checks.ts';
import type { DatasetRecord } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { earlierEditions } from '../datasets/since-last-import.ts';

/** Share (0..1) of a dimension's rows from which on a check has failed, by the policy of the day. */
export const limitsOn =
  (state: EngineSession, day: string) =>
  (dimension: QualityDimension): number =>
    state.policyOn(day).value('quality-limit', dimension) / 100;

/** Whether two datasets are editions of each other: neither is what the other refers to. */
const areKin = (one: DatasetRecord, other: DatasetRecord): boolean => earlierEditions(one, [other]).length > 0;

/** Columns of other datasets of which every row has its own value, by what they hold. */
async function otherKeys(state: EngineSession, datasetId: string): Promise<OtherKey[]> {
  const own = state.datasetRecord(datasetId);
  const found: OtherKey[] = [];
  for (const { id, name } of state.requireWorkspace().catalog.datasets.list()) {
    if (id === datasetId) continue;
    const record = state.datasetRecord(id);
    if (areKin(own, record)) continue;
    const session = await state.dataset(id);
    const profiles = new Map(session.profiles.map((profile) => [profile.name, profile]));
    for (const { name: column, type } of session.effectiveFindings())
      if (referringTypes.has(type) && namesRows(profiles.get(column)))
        found.push({ datasetId: id, dataset: name, column, type });
  }
  return found;
}

const namesRows = (profile: ColumnProfile | undefined): boolean =>
  profile !== undefined && profile.rows > 1 && profile.nulls === 0 && profile.distinct === profile.rows;

export interface Terms {
  columns: ProposalTerms['columns'];
  proposed: QualityCheck[];
}

/** What can be checked of a table, and the columns that it is checked by. */
export async function termsOf(
  state: EngineSession,
  table: Pick<TableInHand, 'columns' | 'findings' | 'profiles' | 'datasetId'>,
  { day, freshDays }: { day: string; freshDays: number },
): Promise<Terms> {
  const columns = checkedColumns(table.columns, await table.findings(), await table.profiles());
  const refers = columns.some(({ finding }) => referringTypes.has(finding.type));
  const others = table.datasetId === null || !refers ? [] : await otherKeys(state, table.datasetId);
  return { columns, proposed: proposeChecks({ columns, day, limitOf: limitsOn(state, day), freshDays, others }) };
}
