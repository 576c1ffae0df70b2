import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { CheckedHead } from '#shared/contract/register.ts';
import { logOrigin, readNote } from '#shared/journal/checkpoint.ts';
import { noteIn } from '#shared/journal/tlog-proof.ts';
import { headsText } from '#shared/text/engine/heads.ts';
import { verifyInFull } from '#engine/journal/read-journal.ts';
import { proveExtension } from '#engine/journal/heads.ts';
import { readNoteFile } from '#engine/journal/read-note-file.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/**
 * Holds a head that was kept outside against the open register: the register must go on from it, and hold under its
 * own head. What speaks against it is an answer, in one sentence.
 * @throws Failure NOTE_REFUSED for a file that is no head of this register
 */
export async function checkHead(state: EngineSession, grantId: string): Promise<CheckedHead> {
  const workspace = state.requireWorkspace();
  const path = state.grants.readPath(grantId, 'note');
  const file = basename(path);
  const text = (await readNoteFile(path)).toString('utf8');
  const note = noteIn(text);
  const { publicKey } = workspace.keys.signForWorkspace(new Uint8Array(0));
  const read = readNote(note, publicKey, registerCrypto);
  // That it is another register's says more than that its key is not ours.
  if (note.startsWith('custos/') && note.split('\n', 1)[0] !== logOrigin(workspace.id))
    throw new Failure('NOTE_REFUSED', headsText.otherRegister(file));
  if ('problem' in read) throw new Failure('NOTE_REFUSED', headsText.untrusted(file, read.problem));
  const { size, at } = read.checkpoint;
  try {
    proveExtension(workspace.directory, text, file);
    return { holds: true, sentence: headsText.holds(file, size, at), seq: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code === 'NOTE_REFUSED') return { holds: false, sentence: error.message, seq: null };
    if (error.code !== 'WORKSPACE_DAMAGED') throw error;
    const { profileDirectory } = state.environment;
    const { problems } = await verifyInFull(workspace.directory, { profileDirectory });
    const first = problems.find(({ seq }) => seq !== null);
    return { holds: false, sentence: first?.detail ?? error.message, seq: first?.seq ?? null };
  }
}
