import type { SuggestedKeys } from '#shared/contract/joins.ts';
import { suggestKeys } from '#shared/join/key-columns.ts';
import { joinsText as text } from '#shared/text/engine/joins.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { typeLabel } from './open-join.ts';

/** Pairs of columns by which two datasets name people in the same way, without opening a row of them. */
export async function suggestJoinKeys(
  state: EngineSession,
  { leftId, rightId }: { leftId: string; rightId: string },
): Promise<SuggestedKeys[]> {
  const { policy } = state.requireWorkspace().summary();
  const findingsOf = async (datasetId: string) => {
    const { classification, decisions } = await state.arrivedRecord(datasetId);
    const byColumn = new Map(decisions.map((decision) => [decision.column, decision]));
    return classification.columns.map((found) => effectiveFinding(found, byColumn.get(found.name) ?? null, policy));
  };
  const pairs = suggestKeys(await findingsOf(leftId), await findingsOf(rightId));
  return pairs.map(({ type, ...pair }) => ({ ...pair, why: text.keys.sameType(typeLabel(type)) }));
}
