import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { openCatalog } from '#engine/catalog/open-catalog.ts';
import { settingsRepository } from '#engine/catalog/repositories/settings.ts';
import { guardStorage } from '#engine/catalog/sqlite-failure.ts';
import { renewRecoveryKey, reseal, type KeyFile } from '#engine/keys/key-file.ts';
import { Failure } from '#shared/contract/failure.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { writeJson } from '../workspace-folder/json-file.ts';
import type { OpenedParts } from './opened-parts.ts';
import { checkNewDirectory } from './check-new-directory.ts';
import { keysFile } from '../workspace-folder/read-identity.ts';
import { forgetPlace } from '../workspace-folder/known-places.ts';
import { placeName } from '../workspace-folder/signed-heads.ts';
import { startSession, type Session } from './session.ts';

const copied = ['register.sqlite', 'head.json', 'data', 'recipes', 'releases', 'stamps', 'backups'];

/**
 * Copies a temporary workspace to a lasting folder under a real passphrase and goes on there. The working directory,
 * with what is open in it, stays. On any error the temporary workspace is as it was.
 */
export async function saveWorkspaceAs(
  { session, file, master, signer, env }: OpenedParts,
  directory: string,
  { organisation, operator, passphrase }: { organisation: string; operator: string; passphrase: string },
): Promise<{ session: Session; file: KeyFile; recoveryKey: string }> {
  const target = resolve(directory);
  const name = basename(target);
  if (session.catalog.settings.get('temporary') !== 'true')
    throw new Failure('WRONG_USAGE', workspaceText.lastsAlready);
  if (passphrase === '') throw new Failure('PASSPHRASE_MISSING', workspaceText.passphraseNeeded);
  if (operator.trim() === '') throw new Failure('OPERATOR_MISSING', workspaceText.nameNeeded);
  checkNewDirectory(target);
  const renewed = renewRecoveryKey(
    await reseal(file, master, passphrase, env.random, env.passphraseCost),
    master,
    env.random,
  );
  const partial = `${target}.${Buffer.from(env.random(6)).toString('hex')}.partial`;
  let moved = false;
  const next = guardStorage(name, () => {
    try {
      for (const part of copied)
        if (existsSync(join(session.directory, part)))
          cpSync(join(session.directory, part), join(partial, part), { recursive: true });
      writeJson(keysFile(partial), renewed.file);
      markLasting(partial, name, env.clock());
      renameSync(partial, target);
      forgetPlace(env.profileDirectory, placeName(target));
      moved = true;
      return startSession(target, renewed.file, signer, env);
    } catch (error) {
      rmSync(moved ? target : partial, { recursive: true, force: true });
      throw error;
    }
  });
  next.writer.transaction(() => {
    const from = next.catalog.settings.get('operator') ?? '';
    next.catalog.settings.set('organisation', organisation);
    next.catalog.settings.set('operator', operator);
    if (from !== operator)
      next.writer.append({ kind: 'operator.changed', subjectRef: file.workspaceId, payload: { from, to: operator } });
    next.writer.append({ kind: 'workspace.saved', subjectRef: file.workspaceId, payload: { organisation } });
    next.writer.append({
      kind: 'key.passphrase-changed',
      subjectRef: file.workspaceId,
      payload: { keyId: signer.keyId },
    });
    next.writer.append({
      kind: 'key.recovery-renewed',
      subjectRef: file.workspaceId,
      payload: { keyId: signer.keyId },
    });
  });
  const old = session.directory;
  session.end();
  rmSync(old, { recursive: true, force: true, maxRetries: 3 });
  return { session: next, file: renewed.file, recoveryKey: renewed.recoveryKey };
}

/**
 * Before the session starts, so that this machine remembers the head of the lasting workspace from its first entry on.
 */
function markLasting(directory: string, name: string, now: Date): void {
  const { db } = openCatalog(directory, name, now);
  try {
    settingsRepository(db).set('temporary', 'false');
  } finally {
    db.close();
  }
}
