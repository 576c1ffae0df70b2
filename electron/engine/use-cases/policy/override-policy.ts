import type { PolicyItem } from '#shared/contract/policy.ts';
import { Failure } from '#shared/contract/failure.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { policyText } from '#shared/text/engine/policy.ts';
import { overrideSetting } from '#engine/catalog/repositories/policy-overrides.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { requiredReason } from '../required-reason.ts';
import { listPolicy } from './list-policy.ts';

/** What holds of a row today. @throws Failure WRONG_USAGE where there is none of that name */
function policyItemOf(state: EngineSession, key: string): PolicyItem {
  const items = listPolicy(state, state.today());
  const found = items.find((item) => item.key === key);
  if (found) return found;
  const [topic = ''] = key.split('.');
  const near = items.filter(({ id }) => id === topic).map((item) => item.key);
  throw new Failure('WRONG_USAGE', policyText.noRow(key, near.length > 0 ? near : items.map(({ id }) => id)));
}

/**
 * Sets a value for the open workspace in place of a policy row's, and enters it into the register.
 * @throws Failure WRONG_USAGE where there is no such row, the value is out of its bounds or no reason is given
 */
export function overridePolicy(
  state: EngineSession,
  input: { key: string; value: number; reason: string },
): PolicyItem {
  const workspace = state.requireWorkspace();
  const { key, value } = input;
  const item = policyItemOf(state, key);
  if (!Number.isSafeInteger(value) || value < item.minimum || value > item.maximum)
    throw new Failure('WRONG_USAGE', policyText.outOfBounds(key, item));
  const reason = requiredReason(input.reason, policyText.reasonToSet(key));
  const override = { key, value, reason, by: workspace.summary().operator || engineText.nobodyNamed, at: state.now() };
  workspace.transaction(() => {
    workspace.catalog.policyOverrides.set(override);
    workspace.register.append({
      kind: 'policy.overridden',
      subjectRef: key,
      payload: { row: key, from: item.value, to: value, shipped: item.row.value, reason, at: override.at },
    });
  });
  return policyItemOf(state, key);
}

/** Whether the register tells of an override that was removed outside Custos: resetting it makes that right. */
const isMissed = (workspace: Workspace, key: string): boolean =>
  workspace
    .hold()
    .contradictions.some(({ about }) => about.table === 'setting' && about.key[0] === overrideSetting(key));

/**
 * Takes back what the workspace set: the shipped row holds again.
 * @throws Failure WRONG_USAGE where there is no such row, it holds as shipped already or no reason is given
 */
export function resetPolicy(state: EngineSession, input: { key: string; reason: string }): PolicyItem {
  const workspace = state.requireWorkspace();
  const { policyOverrides } = workspace.catalog;
  const { key } = input;
  const item = policyItemOf(state, key);
  if (!policyOverrides.has(key) && !isMissed(workspace, key))
    throw new Failure('WRONG_USAGE', policyText.asShipped(key));
  const reason = requiredReason(input.reason, policyText.reasonToReset(key));
  workspace.transaction(() => {
    policyOverrides.remove(key);
    workspace.register.append({
      kind: 'policy.reset',
      subjectRef: key,
      payload: { row: key, from: item.override?.value ?? null, to: item.row.value, reason },
    });
  });
  return policyItemOf(state, key);
}
