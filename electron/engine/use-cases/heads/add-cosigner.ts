import { registerCrypto } from '#engine/keys/register-crypto.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { Failure } from '#shared/contract/failure.ts';
import { readVerifierKey } from '#shared/journal/signed-note.ts';
import { headsText } from '#shared/text/engine/heads.ts';
import { registeredCosigners } from './registered-cosigners.ts';

/**
 * Registers somebody's key for countersignatures in the open workspace's register.
 * @throws Failure WRONG_USAGE where it is no such key, or the name has another one
 */
export function addCosigner(
  state: EngineSession,
  input: { key: string; reason: string },
): { name: string; entry: number } {
  const workspace = state.requireWorkspace();
  const key = readVerifierKey(input.key, '04', registerCrypto);
  if (key === null) throw new Failure('WRONG_USAGE', headsText.noVerifierKey('cosigner'));
  const { name, publicKey } = key;
  const known = registeredCosigners(workspace).find((one) => one.name === name);
  if (known !== undefined && known.publicKey !== publicKey)
    throw new Failure('WRONG_USAGE', headsText.cosignerTaken(name));
  if (known !== undefined) return { name, entry: known.entry };
  const { seq } = workspace.register.append({
    kind: 'cosigner.registered',
    subjectRef: workspace.id,
    payload: { name, publicKey, reason: input.reason },
  });
  return { name, entry: seq };
}
