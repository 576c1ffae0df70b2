import { Failure } from '#shared/contract/failure.ts';
import { keyRegisterText as text } from '#shared/text/engine/key-register.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { keyUses } from './key-uses.ts';

/**
 * From now on the pseudonyms of a purpose are written under another key. What was released keeps its own, which this
 * workspace can still derive, so that a person is found in it; nothing written later joins it.
 * @returns the releases that join nothing any more
 * @throws Failure WRONG_USAGE for a name that nothing is written under, or without a reason; ROLE_REFUSED,
 *   WORKSPACE_READ_ONLY
 */
export async function rotateKey(
  state: EngineSession,
  input: { name: string; reason: string },
): Promise<{ name: string; epoch: number; fileNames: string[]; registerEntry: number }> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'key.rotated');
  const reason = requiredReason(input.reason, text.needsReason);
  const { uses } = await keyUses(workspace);
  const name = state.findPurpose(input.name)?.id ?? input.name;
  const using = uses.filter(({ keyNames }) => keyNames.includes(name));
  if (using.length === 0 && state.findPurpose(name) === null)
    throw new Failure('WRONG_USAGE', text.unknown(input.name));
  const epoch = workspace.keys.pseudonymEpoch(name) + 1;
  const payload = { key: name, epoch, reason };
  const { seq } = workspace.register.append({ kind: 'key.rotated', subjectRef: name, payload });
  return { name, epoch, fileNames: using.map(({ fileName }) => fileName), registerEntry: seq };
}
