import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { ColumnClass } from '#shared/domain/column-class.ts';
import type { Decision, Finding } from '#shared/domain/finding.ts';
import { semanticTypeById, typesNear } from '#shared/semantic-types/index.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { requireHeldSuggestions } from '../require-held.ts';
import { classifiedDataset } from './classified-dataset.ts';

/** What somebody wants to be so of one column. */
interface Wish {
  column: string;
  action: 'accept' | 'override' | 'withdraw';
  type?: string | undefined;
  class?: ColumnClass | undefined;
  reason?: string | undefined;
}

/** A wish against the suggestion it is about; `decision` is null where one is withdrawn. */
interface Made {
  suggestion: Finding;
  decision: Decision | null;
  reason: string | null;
}

function decisionOn(suggestion: Finding, wish: Wish, by: { actor: string; at: string }): Decision | null {
  if (wish.action === 'withdraw') return null;
  const known = wish.type === undefined ? undefined : semanticTypeById(wish.type);
  if (wish.type !== undefined && !known)
    throw new Failure('WRONG_USAGE', datasetsText.noType(wish.type, typesNear(wish.type)));
  const overridden = wish.action === 'override';
  if (overridden && wish.type === undefined && wish.class === undefined)
    throw new Failure('WRONG_USAGE', datasetsText.sayTypeOrClass(suggestion.name));
  return {
    column: suggestion.name,
    action: overridden ? 'overridden' : 'accepted',
    type: overridden ? (known?.id ?? suggestion.type) : suggestion.type,
    class: overridden ? (wish.class ?? known?.class ?? suggestion.class) : suggestion.class,
    reason: wish.reason ?? null,
    ...by,
  };
}

/** What the register says of one decision; a withdrawn one leaves no record. */
const entryOf = (workspace: Workspace, datasetId: string, { suggestion, decision, reason }: Made) => ({
  column: suggestion.name,
  action: decision === null ? ('withdrawn' as const) : decision.action,
  type: (decision ?? suggestion).type,
  class: (decision ?? suggestion).class,
  suggestedType: suggestion.type,
  suggestedClass: suggestion.class,
  reason,
  ...(decision === null ? {} : { recordSha256: workspace.catalog.held.hashOf('decision', datasetId, suggestion.name) }),
});

/**
 * Enters a person's decisions on columns, all of them or none, with what had been suggested.
 * @throws Failure COLUMN_UNKNOWN, WRONG_USAGE, REGISTER_CONTRADICTS
 */
export async function decideColumns(
  state: EngineSession,
  { datasetId, decisions }: { datasetId: string; decisions: readonly Wish[] },
): Promise<ClassifiedDataset> {
  const workspace = state.requireWorkspace();
  const session = await state.dataset(datasetId);
  state.refreshRecord(datasetId);
  requireHeldSuggestions(workspace, datasetId);
  const { operator } = workspace.summary();
  const { summary } = session.record;
  const byName = new Map(session.classified().map(({ suggestion }) => [suggestion.name, suggestion]));
  const made = decisions.map((wish): Made => {
    const suggestion = byName.get(wish.column);
    if (!suggestion) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumn(summary.name, wish.column));
    const decision = decisionOn(suggestion, wish, { actor: operator, at: state.now() });
    return { suggestion, decision, reason: wish.reason ?? null };
  });
  workspace.transaction(() => {
    for (const { suggestion, decision } of made) {
      if (decision === null) workspace.catalog.classifications.withdraw(datasetId, suggestion.name);
      else workspace.catalog.classifications.decide(datasetId, decision);
    }
    workspace.register.append({
      kind: 'classification.decided',
      subjectRef: datasetId,
      payload: {
        datasetId,
        sourceSha256: summary.sha256,
        decisions: made.map((each) => entryOf(workspace, datasetId, each)),
      },
    });
  });
  state.refreshRecord(datasetId);
  return classifiedDataset(state, session);
}
