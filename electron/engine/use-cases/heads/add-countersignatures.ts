import { basename } from 'node:path';
import { readNoteFile } from '#engine/journal/read-note-file.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { Failure } from '#shared/contract/failure.ts';
import { logOrigin, readNote } from '#shared/journal/checkpoint.ts';
import { judgeCosignature } from '#shared/journal/cosignature.ts';
import type { NewEntry } from '#shared/journal/entry-kinds/index.ts';
import { noteIn } from '#shared/journal/tlog-proof.ts';
import { headsText } from '#shared/text/engine/heads.ts';
import { registeredCosigners } from './registered-cosigners.ts';

interface Countersigned {
  size: number;
  by: { name: string; at: string; entry: number }[];
}

/**
 * Takes in a head of the open register that registered cosigners signed elsewhere: each countersignature becomes an
 * entry. The head itself is not kept: a whole older head in the folder would help to cut the log back to it.
 * @throws Failure NOTE_REFUSED with one sentence: changed, of another register, by nobody who is registered
 */
export async function addCountersignatures(state: EngineSession, grantId: string): Promise<Countersigned> {
  const workspace = state.requireWorkspace();
  const path = state.grants.readPath(grantId, 'note');
  const file = basename(path);
  const text = noteIn((await readNoteFile(path)).toString('utf8'));
  const refuse = (sentence: string): never => {
    throw new Failure('NOTE_REFUSED', sentence);
  };
  const { publicKey } = workspace.keys.signForWorkspace(new Uint8Array(0));
  const read = readNote(text, publicKey, registerCrypto);
  if ('problem' in read) return refuse(headsText.untrusted(file, read.problem));
  const { origin, size, root } = read.checkpoint;
  if (origin !== logOrigin(workspace.id)) return refuse(headsText.otherRegister(file));
  if (workspace.rootAt(size) !== root) return refuse(headsText.headNotHere(file));
  const judged = registeredCosigners(workspace).flatMap((key) => {
    const own = read.note.signatures.filter(
      ({ name, keyHash }) => name === key.name && keyHash === registerCrypto.keyHash(name, key.publicKey, '04'),
    );
    return own.map((line) => {
      const said = judgeCosignature({ text: read.note.text, signatures: [line] }, key, registerCrypto);
      if (typeof said === 'string') return refuse(headsText.countersignatureWrong(file, key.name));
      const signature = registerCrypto.toBase64(line.bytes.slice(16));
      return { name: key.name, publicKey: key.publicKey, at: said.at, signature };
    });
  });
  if (judged.length === 0) return refuse(headsText.noCountersignature(file));
  const known = new Set(workspace.catalog.entriesOf('head.countersigned').map(({ payload }) => payload.signature));
  const fresh = judged.filter(({ signature }) => !known.has(signature));
  if (fresh.length === 0) return refuse(headsText.countersignedBefore(file));
  const entries = fresh.map(({ name, publicKey: key, at, signature }): NewEntry<'head.countersigned'> => ({
    kind: 'head.countersigned',
    subjectRef: workspace.id,
    payload: { size, root, name, publicKey: key, at, signature },
  }));
  const appended = workspace.transaction(() => entries.map((entry) => workspace.register.append(entry)));
  return {
    size,
    by: fresh.map(({ name, at }, index) => ({ name, at, entry: appended[index]?.seq ?? 0 })),
  };
}
