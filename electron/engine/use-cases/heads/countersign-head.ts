import { basename } from 'node:path';
import type { CountersignedHead } from '#shared/contract/register.ts';
import { Failure } from '#shared/contract/failure.ts';
import { readNote } from '#shared/journal/checkpoint.ts';
import { cosign } from '#shared/journal/cosignature.ts';
import { writeSignature } from '#shared/journal/signed-note.ts';
import { headsText } from '#shared/text/engine/heads.ts';
import { exportHead } from '#engine/journal/heads.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { registeredCosigners } from './registered-cosigners.ts';

/**
 * Whoever works here countersigns the newest head with their operator key. The head with its countersignature goes to a
 * granted place, to be kept outside; the register has it as an entry.
 * @throws Failure WRONG_USAGE where nobody is registered as operator, or their key is not one for countersignatures here
 */
export async function countersignHead(state: EngineSession, grantId: string): Promise<CountersignedHead> {
  const workspace = state.requireWorkspace();
  const { operator, role } = workspace.summary();
  if (role === null) throw new Failure('WRONG_USAGE', headsText.noOperatorKey);
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  const { publicKey } = workspace.keys.sign(new Uint8Array(0));
  const known = registeredCosigners(workspace).find((one) => one.publicKey === publicKey);
  if (known === undefined) throw new Failure('WRONG_USAGE', headsText.operatorNotCosigner(operator));
  const signer = {
    name: known.name,
    publicKey,
    sign: (text: string) => workspace.keys.sign(Buffer.from(text, 'utf8')).signature,
  };
  const head = exportHead(workspace.directory);
  const read = readNote(head.note, workspace.keys.signForWorkspace(new Uint8Array(0)).publicKey, registerCrypto);
  if ('problem' in read) throw new Failure('NOTE_REFUSED', headsText.untrusted(basename(path), read.problem));
  const seconds = Math.floor(state.environment.clock().getTime() / 1000);
  const line = cosign(read.note.text, seconds, signer, registerCrypto);
  const { size, root } = head;
  const entry = await writeEntered(path, `${head.note}${writeSignature(line, registerCrypto)}`, () =>
    workspace.register.append({
      kind: 'head.countersigned',
      subjectRef: workspace.id,
      payload: {
        size,
        root,
        name: signer.name,
        publicKey,
        at: new Date(seconds * 1000).toISOString(),
        signature: registerCrypto.toBase64(line.bytes.slice(16)),
      },
    }),
  );
  return { fileName: basename(path), name: signer.name, size, entry: entry.seq };
}
