import type { SubjectSuppressed } from '#shared/contract/subjects.ts';
import { suppressionText } from '#shared/text/engine/suppression.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { addToList, hashesToAdd, suppressedHashes } from '#engine/suppression/suppression-list.ts';

/**
 * Keeps an objection without keeping anything of whoever objects: keyed hashes of the values that name them.
 * @throws Failure WRONG_USAGE without a reason, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export async function suppressSubject(
  state: EngineSession,
  { values, reason: given }: { values: readonly string[]; reason: string },
): Promise<SubjectSuppressed> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'suppression.added');
  const reason = requiredReason(given, suppressionText.reason);
  const added = hashesToAdd(workspace, values);
  const registerEntry =
    added.length === 0
      ? null
      : workspace.transaction(() =>
          addToList(workspace, added, { at: state.now(), reason, identifiers: values.length }),
        );
  return { added: added.length, hashes: suppressedHashes(workspace).size, registerEntry };
}
