import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openCatalog } from '#engine/catalog/open-catalog.ts';
import { openKeys, openSigningSeed, parseKeyFile } from '#engine/keys/key-file.ts';
import { signerOf } from '#engine/keys/signing-key.ts';
import { examineRegister, outsideRegister } from '#engine/journal/examine-journal.ts';
import { createRegisterWriter } from '#engine/journal/journal-writer.ts';
import { writeFolderHead } from '#engine/workspace-folder/signed-heads.ts';
import type { NewEntry } from '#shared/journal/entry-kinds/index.ts';
import type { TestPlace } from './support.ts';

/**
 * What an operator can do with a program of their own: an entry in another's name, with all that their passphrase opens.
 * Every hash, the chain, the checkpoint and the head are right.
 */
export async function forge(
  { directory, env }: TestPlace,
  by: { operator: string; passphrase: string },
  actor: string,
  entry?: NewEntry,
): Promise<void> {
  const name = basename(directory);
  const keys = parseKeyFile(readFileSync(join(directory, 'keys.json'), 'utf8'), name);
  const { master, operator } = await openKeys(keys, by, name);
  const signer = signerOf(openSigningSeed(keys, master, name));
  const { workspaceId } = keys;
  const identity = { workspaceId, publicKey: signer.publicKey };
  const { db } = openCatalog(directory, name, env.clock());
  const writer = createRegisterWriter({
    db,
    workspaceName: name,
    workspaceId,
    signer,
    clock: env.clock,
    actor: () => actor,
    operator: () => operator && { name: actor, role: 'approver', signer: signerOf(operator.seed) },
    tree: examineRegister(db, outsideRegister(directory, env.profileDirectory, identity)).tree,
    onHead: (note) => writeFolderHead(directory, { ...identity, note }),
  });
  const forged: NewEntry = {
    kind: 'setting.changed',
    subjectRef: workspaceId,
    payload: { setting: 'forged', from: null, to: 1 },
  };
  writer.append(entry ?? forged);
  db.close();
}
