import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { openCatalog, registerFile } from '#engine/catalog/open-catalog.ts';
import { settingsRepository } from '#engine/catalog/repositories/settings.ts';
import { guardStorage } from '#engine/catalog/sqlite-failure.ts';
import { createKeys, openKeys, openSigningSeed, sealOf, sealOperator, type KeyFile } from '#engine/keys/key-file.ts';
import { newSigningSeed, signerOf } from '#engine/keys/signing-key.ts';
import { examineAhead, type ExaminedAhead } from '#engine/journal/examine-ahead.ts';
import { createRegisterWriter } from '#engine/journal/journal-writer.ts';
import type { RegisterIdentity } from '#engine/journal/examine-journal.ts';
import { atWork } from '#engine/journal/operator-in-hand.ts';
import { listOperators } from '#engine/journal/read-journal.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import { emptyTree } from '#shared/journal/merkle.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { operatorsText } from '#shared/text/engine/operators.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { checkNewDirectory } from './check-new-directory.ts';
import { writeJson } from '../workspace-folder/json-file.ts';
import { forgetPlace } from '../workspace-folder/known-places.ts';
import { openedWorkspace } from './opened-workspace.ts';
import { keysFile, readKeyFile, requireWorkspace } from '../workspace-folder/read-identity.ts';
import { startSession, type WhoOpens } from './session.ts';
import { placeName, writeFolderHead } from '../workspace-folder/signed-heads.ts';
import { makeWorkDirectory, wipeDeadWorkDirectories, wipeDirectory } from './work-directory.ts';
import type { WorkspaceEnv } from './workspace-env.ts';
import type { Workspace } from './workspace.ts';

export type { WorkspaceEnv } from './workspace-env.ts';
export type { Workspace } from './workspace.ts';

export interface NewWorkspace {
  organisation: string;
  /** Who works in it: the actor of its entries. May be empty in a temporary workspace. */
  operator: string;
  policy: ClassificationPolicy;
  /** At least one character; a temporary workspace makes its own when it is missing. */
  passphrase?: string;
  /**
   * Lives inside the private working directory and is gone on close unless saved; only the name of `directory` counts.
   */
  temporary?: boolean;
}

/** A temporary workspace lies beside its own unsealed copies: a slow derivation would protect nothing. */
const temporaryCost = 4;

/**
 * Makes a workspace and opens it. The folder appears whole or not at all. The recovery key is returned here and never
 * again.
 * @throws Failure WRONG_USAGE, WORKSPACE_EXISTS, WORKSPACE_NONE, WORKSPACE_READ_ONLY, DISK_FULL
 */
export async function createWorkspace(
  directory: string,
  options: NewWorkspace,
  env: WorkspaceEnv,
): Promise<{ workspace: Workspace; recoveryKey: string }> {
  const temporary = options.temporary ?? false;
  const passphrase = options.passphrase ?? (temporary ? Buffer.from(env.random(32)).toString('base64') : '');
  if (passphrase === '') throw new Failure('PASSPHRASE_MISSING', workspaceText.passphraseNeeded);
  wipeDeadWorkDirectories(env.workRoot);
  const workDirectory = temporary ? makeWorkDirectory(env.workRoot, env.random) : null;
  const target = workDirectory === null ? resolve(directory) : join(workDirectory, 'workspace', basename(directory));
  if (workDirectory !== null) mkdirSync(dirname(target), { mode: 0o700 });
  checkNewDirectory(target);
  const workspaceId = randomUUID();
  const { file, master, recoveryKey } = await createKeys(
    workspaceId,
    passphrase,
    env.random,
    temporary ? temporaryCost : env.passphraseCost,
  );
  try {
    layOut(target, file, master, { ...options, temporary }, env);
    return { workspace: start(target, file, master, workDirectory, env), recoveryKey };
  } catch (error) {
    if (workDirectory !== null) wipeDirectory(workDirectory);
    throw error;
  }
}

/** Writes a new workspace's folder beside its place and moves it there. */
function layOut(
  target: string,
  file: KeyFile,
  master: Buffer,
  options: NewWorkspace & { temporary: boolean },
  env: WorkspaceEnv,
): void {
  const name = basename(target);
  const { workspaceId } = file;
  const partial = `${target}.${Buffer.from(env.random(6)).toString('hex')}.partial`;
  guardStorage(name, () => {
    try {
      for (const folder of ['', 'data', 'recipes', 'releases']) mkdirSync(join(partial, folder), { mode: 0o700 });
      writeJson(keysFile(partial), file);
      const { db } = openCatalog(partial, name, env.clock(), true);
      try {
        const signer = signerOf(openSigningSeed(file, master, name));
        const settings = settingsRepository(db);
        const writer = createRegisterWriter({
          db,
          workspaceName: name,
          workspaceId,
          signer,
          clock: env.clock,
          actor: () => options.operator || engineText.nobodyNamed,
          tree: emptyTree,
          onHead: (note) => writeFolderHead(partial, { workspaceId, publicKey: signer.publicKey, note }),
        });
        const createdAt = env.clock().toISOString();
        writer.transaction(() => {
          for (const [key, value] of Object.entries({
            organisation: options.organisation,
            operator: options.operator,
            policy: options.policy,
            temporary: String(options.temporary),
            createdAt,
          }))
            settings.set(key, value);
          const { organisation, operator, policy, temporary } = options;
          writer.append({
            kind: 'workspace.created',
            subjectRef: workspaceId,
            payload: {
              workspaceId,
              organisation,
              operator,
              createdAt,
              policy,
              temporary,
              appVersion: env.appVersion,
              publicKey: signer.publicKey,
            },
          });
          writer.append({
            kind: 'key.created',
            subjectRef: workspaceId,
            payload: { keyId: signer.keyId, publicKey: signer.publicKey },
          });
        });
      } finally {
        db.close();
      }
      chmodSync(registerFile(partial), 0o600);
      renameSync(partial, target);
      if (!options.temporary) forgetPlace(env.profileDirectory, placeName(target));
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      throw error;
    }
  });
}

/** `recoveryKey`: the operator's new passphrase goes with it where operators are registered. */
export type OpeningSecret =
  | { passphrase: string; operator?: string | undefined }
  | { recoveryKey: string; operator?: string | undefined; newPassphrase?: string | undefined };

/**
 * Opens a workspace. A damaged register, or a folder that cannot be written, opens for reading only and says so in
 * `notices`.
 *
 * @throws Failure WORKSPACE_NONE, PASSPHRASE_WRONG, WORKSPACE_LOCKED, WORKSPACE_FROM_FUTURE, WORKSPACE_DAMAGED,
 *   WORKSPACE_READ_ONLY; where operators are registered OPERATOR_UNNAMED and OPERATOR_UNKNOWN, too
 */
export async function openWorkspace(directory: string, secret: OpeningSecret, env: WorkspaceEnv): Promise<Workspace> {
  const folder = resolve(directory);
  requireWorkspace(folder);
  const file = readKeyFile(folder);
  const operator = whoOpens(folder, file, secret.operator);
  if ('recoveryKey' in secret) return openRecovered(folder, file, { ...secret, operator }, env);
  const opening = openKeys(file, { passphrase: secret.passphrase, operator }, basename(folder));
  const ahead = examineAhead(folder, env.profileDirectory, identityIn(file));
  const opened = await opening;
  wipeDeadWorkDirectories(env.workRoot);
  const by = opened.operator;
  const who = by === null ? null : { name: by.name, signer: signerOf(by.seed), recovered: false };
  const workspace = start(folder, file, opened.master, null, env, { who, ahead });
  const { operators, operator: alone } = workspace.summary();
  if (operators > 0 || secret.operator === undefined || secret.operator === alone) return workspace;
  await workspace.close();
  throw new Failure('OPERATOR_UNKNOWN', operatorsText.noneCalled(secret.operator, alone === '' ? [] : [alone]));
}

const identityIn = ({ workspaceId, signing }: KeyFile): RegisterIdentity => ({
  workspaceId,
  publicKey: signing.publicKey,
});

/**
 * Whose passphrase is asked for: the one named, or the only one who works here; undefined where nobody is registered.
 * A register that cannot be read is opened by whoever `keys.json` names.
 */
function whoOpens(directory: string, file: KeyFile, named: string | undefined): string | undefined {
  if (file.formatVersion === 1) return undefined;
  const names = operatorsAtWork(directory, file);
  if (names.length === 0) {
    // What an adding left that was cut off: the first of them is whoever was alone, and still is.
    const alone = sealOf(file, undefined)?.name;
    if (named === undefined || named === alone) return alone;
    throw new Failure('OPERATOR_UNKNOWN', operatorsText.noneCalled(named, []));
  }
  if (named !== undefined) {
    if (names.includes(named)) return named;
    throw new Failure('OPERATOR_UNKNOWN', operatorsText.noneCalled(named, names));
  }
  if (names.length > 1) throw new Failure('OPERATOR_UNNAMED', operatorsText.sayWho(names));
  return names[0];
}

function operatorsAtWork(directory: string, file: KeyFile): string[] {
  try {
    return atWork(listOperators(directory)).map(({ name }) => name);
  } catch {
    return file.formatVersion === 1 ? [] : file.operators.map(({ name }) => name);
  }
}

/**
 * With the recovery key: the register says so. Nobody can open the seed of an operator whose passphrase is lost, so that
 * they get a new key under a new passphrase, which the register names, too.
 */
async function openRecovered(
  directory: string,
  file: KeyFile,
  secret: { recoveryKey: string; operator: string | undefined; newPassphrase?: string | undefined },
  env: WorkspaceEnv,
): Promise<Workspace> {
  const { operator: name, newPassphrase } = secret;
  if (name !== undefined && (newPassphrase ?? '') === '')
    throw new Failure('PASSPHRASE_MISSING', operatorsText.recoveryNeedsPassphrase);
  const { master } = await openKeys(file, { recoveryKey: secret.recoveryKey }, basename(directory));
  const seed = newSigningSeed(env.random);
  const seal =
    name === undefined
      ? null
      : await sealOperator(
          file.workspaceId,
          { name, master, seed, passphrase: newPassphrase ?? '' },
          env.random,
          env.passphraseCost,
        );
  wipeDeadWorkDirectories(env.workRoot);
  const who = seal === null ? null : { name: seal.name, signer: signerOf(seed), recovered: true };
  const workspace = start(directory, file, master, null, env, { who });
  if (workspace.readOnlyPlace) return workspace;
  // The entry is in, signed with the new key; cut off here, the recovery key is used once more.
  if (seal !== null) workspace.operators.keepKeys(seal);
  workspace.register.append({
    kind: 'key.recovery-used',
    subjectRef: workspace.id,
    payload: { keyId: workspace.keys.signForWorkspace(new Uint8Array(0)).keyId },
  });
  return workspace;
}

function start(
  directory: string,
  file: KeyFile,
  master: Buffer,
  workDirectory: string | null,
  env: WorkspaceEnv,
  found: { who?: WhoOpens | null; ahead?: ExaminedAhead | null } = {},
): Workspace {
  const signer = signerOf(openSigningSeed(file, master, basename(directory)));
  const session = startSession(directory, file, signer, env, found);
  try {
    return openedWorkspace({
      session,
      file,
      master,
      signer,
      env,
      workDirectory: workDirectory ?? makeWorkDirectory(env.workRoot, env.random),
    });
  } catch (error) {
    session.end();
    throw error;
  }
}
