import type { RetentionHold } from '#shared/domain/retention.ts';
import { policyOn } from '#shared/policy/index.ts';
import { bindRules, type RetentionBinding } from '#shared/retention/bind-rules.ts';
import { rulesInForce, type RetentionRule } from '#shared/retention/rule-in-force.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** The rules of a workspace on a day (YYYY-MM-DD). */
export const rulesOf = ({ catalog }: Workspace, day: string): RetentionRule[] =>
  rulesInForce(
    { decisions: catalog.retention.decisions(), own: catalog.retention.own() },
    policyOn(day, catalog.policyOverrides.list()),
  );

/** The rules on one dataset, by what its columns hold and what was chosen for it. No row is read. */
export function bindingsOf(
  workspace: Workspace,
  datasetId: string,
  rules: readonly RetentionRule[],
): RetentionBinding[] {
  const { catalog } = workspace;
  const classification = catalog.classifications.get(datasetId);
  if (classification === null) return [];
  const decisions = new Map(catalog.classifications.decisions(datasetId).map((one) => [one.column, one]));
  const { policy } = workspace.summary();
  const columns = classification.columns.map((one) => effectiveFinding(one, decisions.get(one.name) ?? null, policy));
  const choices = catalog.retention.choices().filter((choice) => choice.datasetId === datasetId);
  return bindRules(rules, columns, { person: classification.person ?? null, choices });
}

/** Whether whole rows go by it. */
const goesByRow = ({ action }: RetentionRule): boolean => action === 'delete' || action === 'anonymise';

/**
 * The holds that keep what a rule would take: where rows go, whatever else of the dataset is held goes with them, and is
 * kept therefore.
 */
export const holdsOn = (
  holds: readonly RetentionHold[],
  { rule }: RetentionBinding,
  { datasetId, today }: { datasetId: string; today: string },
): RetentionHold[] =>
  holds.filter(
    (hold) =>
      hold.until >= today &&
      (hold.datasetId === null || hold.datasetId === datasetId) &&
      (hold.rule === null || hold.rule === rule.preset.id || goesByRow(rule)),
  );
