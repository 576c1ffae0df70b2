import { Failure } from '#shared/contract/failure.ts';
import type { AskedOverrides } from '#shared/domain/asked-override.ts';
import { guardrails, whyNobodyMay } from '#shared/guardrails/index.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { overridesText as text } from '#shared/text/engine/overrides.ts';
import type { Overriding } from '#engine/release/override-blocks.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { approvalBy } from '../operators/approval-by.ts';

/**
 * Who overrides which blocks of a release that is about to be made. Whatever can be refused without reading a row is
 * refused here; whether they block is known once the rows are.
 * @returns null where nothing is to be overridden
 * @throws Failure WRONG_USAGE for no guardrail, one that never blocks, one that nobody may override, without a reason or
 *   a workspace; ROLE_REFUSED where operators are registered and who works here may not approve
 */
export function overridingOf(state: EngineSession, asked: AskedOverrides): Overriding | null {
  if (asked.length === 0) return null;
  const reasons = new Map<string, string>();
  for (const { guardrail: typed, reason } of asked) {
    const found = guardrails.find((one) => one.id === typed.trim().toUpperCase());
    if (found === undefined)
      throw new Failure(
        'WRONG_USAGE',
        text.unknown(
          typed,
          guardrails.map(({ id }) => id),
        ),
      );
    const { id } = found;
    const rights = Object.values(found.blocks);
    if (rights.length === 0) throw new Failure('WRONG_USAGE', text.neverBlocks(id));
    if (!rights.includes('approver')) throw new Failure('WRONG_USAGE', text.nobodyMay(id, whyNobodyMay(id)));
    if (reasons.has(id)) throw new Failure('WRONG_USAGE', text.twice(id));
    if (reason.trim() === '') throw new Failure('WRONG_USAGE', text.noReason(id));
    reasons.set(id, reason.trim());
  }
  if (state.workspace === null) throw new Failure('WRONG_USAGE', text.needsWorkspace);
  if (state.workspace.summary().temporary) throw new Failure('WRONG_USAGE', text.saveFirst);
  const { approver } = approvalBy(state.workspace, []);
  const { role } = state.workspace.summary();
  return { by: approver || engineText.nobodyNamed, role, at: state.now(), reasons };
}
