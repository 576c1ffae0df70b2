import { nothingDeclared } from '#shared/domain/declared-use.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { declaredForRelease } from '#shared/register/declared-for-release.ts';
import type { AskRegister } from '#engine/release/guard-release.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { auditsInLog } from '../fairness/audits-in-log.ts';
import { qualityStanding } from '../quality/quality-standing.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { namedDataset } from './named-dataset.ts';
import { useOfSources } from './use-of-sources.ts';

/**
 * What the open workspace's register says of a release of a table, and of what a joined view was made of; without a workspace
 * it says nothing.
 */
export function askRegister(
  state: EngineSession,
  table: Pick<TableInHand, 'datasetId' | 'sha256' | 'columns' | 'rows'>,
  recipe: Recipe,
): AskRegister {
  const { workspace } = state;
  const { datasetId } = table;
  if (workspace === null) return () => nothingDeclared;
  const snapshot = registerSnapshot(workspace, { now: state.now() });
  const asked = {
    dataset: datasetId === null ? null : namedDataset(state, datasetId),
    purpose: state.findPurpose(recipe.purpose)?.id ?? null,
  };
  const kept = {
    audits: auditsInLog(workspace, table),
    quality: datasetId === null ? null : qualityStanding(state, datasetId),
  };
  const view = datasetId === null ? undefined : state.datasetRecord(datasetId).summary;
  return (columns) => {
    const told = { ...declaredForRelease(snapshot, { ...asked, columns }, state.today()), ...kept };
    const restricted = view && useOfSources(state, snapshot, view, { purpose: asked.purpose, columns });
    return restricted ? { ...told, use: restricted } : told;
  };
}
