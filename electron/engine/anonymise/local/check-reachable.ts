import { Failure } from '#shared/contract/failure.ts';
import { localText } from '#shared/text/engine/local-recoding.ts';
import type { Units } from './block.ts';
import { missedBy, type GroupModel } from './protected-column.ts';

/** @throws Failure TARGET_MISSED where all rows together do not hold, so that no grouping can */
export function checkReachable(
  { count, counts }: Units,
  models: readonly GroupModel[],
  k: number,
  byPeople: boolean,
): void {
  const people = counts === undefined ? count : counts.reduce((sum, one) => sum + one, 0);
  if (people < k) throw new Failure('TARGET_MISSED', localText.tooFew(k, people, byPeople));
  for (const model of models) {
    const all = new Uint32Array(model.values);
    for (const code of model.codes) all[code]! += 1;
    if (missedBy(model, all, 0, model.codes.length) > 0) throw new Failure('TARGET_MISSED', localText.unreachable);
  }
}
