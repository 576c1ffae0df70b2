import {
  boundPurposes,
  necessityMatrix,
  type NecessityMatrix,
} from '#shared/register/minimisation/necessity-matrix.ts';
import type { RegisterSnapshot } from '#shared/register/register-snapshot.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import { isNeeded, whyNeeded } from '#engine/recommend/needed.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { namedDataset } from './named-dataset.ts';

const open = { need: 'open', why: lawfulnessText.onlyAPerson } as const;

/**
 * Which purpose needs which column of a dataset, and why. The purposes are those that it was declared for; before any
 * was, that of its working recipe; those that are asked for in any case.
 * No row of it is read.
 * @param purposes ids, codes or slugs
 * @param register of this moment, where it was read already
 * @throws Failure DATASET_UNKNOWN, WRONG_USAGE where there is no such purpose
 */
export async function necessityOf(
  state: EngineSession,
  { datasetId, purposes: asked = [] }: { datasetId: string; purposes?: string[] | undefined },
  register?: RegisterSnapshot,
): Promise<NecessityMatrix> {
  const workspace = state.requireWorkspace();
  const { summary, classification, decisions } = await state.arrivedRecord(datasetId);
  const snapshot = register ?? registerSnapshot(workspace);
  const dataset = namedDataset(state, datasetId);
  const bound = boundPurposes(snapshot, dataset);
  const recipe = workspace.catalog.recipes.get(datasetId);
  const fallback = bound.length === 0 && asked.length === 0 && recipe !== null ? [recipe.purpose] : [];
  const found = [
    ...asked.map((word) => state.purpose(word)),
    ...bound.map((purpose) => state.findPurpose(purpose.id) ?? purpose),
    ...fallback.flatMap((id) => state.findPurpose(id) ?? []),
  ];
  const purposes = new Map(found.map((purpose) => [purpose.id, purpose]));
  const presets = new Map([...purposes.keys()].map((id) => [id, state.findPurpose(id)]));
  const { policy } = workspace.summary();
  const decided = new Map(decisions.map((decision) => [decision.column, decision]));
  const findings = new Map(
    classification.columns.map((suggestion) => {
      const decision = decided.get(suggestion.name) ?? null;
      return [suggestion.name, effectiveFinding(suggestion, decision, policy)];
    }),
  );
  return necessityMatrix(
    snapshot,
    { ...dataset, columns: summary.columns.map(({ name }) => name) },
    [...purposes.values()],
    (id, column) => {
      const [purpose, finding] = [presets.get(id) ?? null, findings.get(column)];
      // A purpose that only the register knows says nowhere which data it needs.
      if (finding === undefined || purpose === null) return open;
      const why = whyNeeded(finding, purpose);
      if (why !== null) return { need: 'needed', why };
      // Nothing specific is known of the column, or the purpose lists no data: only a person can tell.
      return isNeeded(finding, purpose) ? open : { need: 'not-needed', why: lawfulnessText.notNamed };
    },
  );
}
