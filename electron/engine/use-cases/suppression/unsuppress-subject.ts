import type { SubjectUnsuppressed } from '#shared/contract/subjects.ts';
import { Failure } from '#shared/contract/failure.ts';
import { suppressionText } from '#shared/text/engine/suppression.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { hashesListed, suppressedHashes, takeFromList } from '#engine/suppression/suppression-list.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';

/**
 * Takes a person off the suppression list, by the values that put them on it: they agreed again, or it was a mistake.
 * From here on they are in imports and releases like anybody.
 * @throws Failure WRONG_USAGE without a reason, TARGET_MISSED where none of the values is on the list, ROLE_REFUSED,
 *   WORKSPACE_READ_ONLY
 */
export function unsuppressSubject(
  state: EngineSession,
  { values, reason: given }: { values: readonly string[]; reason: string },
): SubjectUnsuppressed {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'suppression.removed');
  const reason = requiredReason(given, suppressionText.reasonToRemove);
  const removed = hashesListed(workspace, values);
  if (removed.length === 0) throw new Failure('TARGET_MISSED', suppressionText.notListed);
  const registerEntry = workspace.transaction(() =>
    takeFromList(workspace, removed, { reason, identifiers: values.length }),
  );
  return { removed: removed.length, hashes: suppressedHashes(workspace).size, registerEntry };
}
