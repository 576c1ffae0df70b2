import { Failure } from '#shared/contract/failure.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { judgeRules } from '#shared/register/rules/index.ts';
import { lawfulnessText as text } from '#shared/text/engine/lawfulness.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { approveRecord } from '../records/approve-record.ts';
import { ruleViewOf } from './rule-view-of.ts';
import { usesOf } from './uses-of.ts';

/**
 * Approves a record as `approveRecord` does, unless it declares a use of a dataset about people that no rule of
 * retention is about (R-RET-01): how long it is kept has to be said first. Nobody overrides that, for a rule can always
 * be bound or made.
 * @throws Failure GUARDRAIL_BLOCKS, and what `approveRecord` throws
 */
export function approveRuled(state: EngineSession, input: Parameters<typeof approveRecord>[1]): RecordVersion {
  const names = ({ kind, id }: { kind: string; id: string }): boolean => kind === input.kind && id === input.id;
  const used = new Set(
    usesOf(state)
      .filter(({ purposes }) => purposes.some(({ by }) => by.some(names)))
      .map(({ id }) => id),
  );
  const found = used.size === 0 ? [] : judgeRules(ruleViewOf(state)).filter(({ rule }) => rule === 'R-RET-01');
  const [blocked] = found
    .flatMap((answer) => answer.found)
    .filter((one) => one.state === 'blocked' && one.about.kind === 'dataset' && used.has(one.about.id));
  if (blocked !== undefined)
    throw new Failure('GUARDRAIL_BLOCKS', text.notApproved(blocked.message, blocked.evidence, blocked.fix));
  return approveRecord(state, input);
}
