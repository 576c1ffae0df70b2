import type { Signer } from '#engine/keys/signing-key.ts';
import type { WorkspaceKeys } from '#engine/workspace/workspace.ts';

/** The workspace's signing key in the form a certificate is signed with. */
export function signerOfWorkspace(keys: WorkspaceKeys): Signer {
  const { publicKey, keyId } = keys.signForWorkspace(new Uint8Array(0));
  return { publicKey, keyId, sign: (bytes) => keys.signForWorkspace(bytes).signature };
}
