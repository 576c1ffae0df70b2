import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { guardStorage, storageFailure } from '#engine/catalog/sqlite-failure.ts';
import { deriveKey } from '#engine/keys/derive-key.ts';
import { openMaster, reseal } from '#engine/keys/key-file.ts';
import { Failure } from '#shared/contract/failure.ts';
import { workspaceSummary, type WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { writeJson } from '../workspace-folder/json-file.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { examineRegister } from '#engine/journal/examine-register.ts';
import { expectedRecords } from '#engine/journal/held/expected-records.ts';
import { holdCatalogue, holdDataset } from '#engine/journal/held/hold-catalogue.ts';
import { holdRecipes } from '#engine/journal/held/hold-files.ts';
import { isSerious } from '#shared/journal/verify-log.ts';
import { keysFile } from '../workspace-folder/read-identity.ts';
import type { OpenedParts } from './opened-parts.ts';
import { saveWorkspaceAs } from './save-workspace-as.ts';
import { sealedPath, sealFile, unsealFile } from './sealed-files.ts';
import { workspaceName } from './session.ts';
import { forgetPlace } from '../workspace-folder/known-places.ts';
import { placeName } from '../workspace-folder/signed-heads.ts';
import { wipeDirectory } from './work-directory.ts';
import type { Holding, Workspace } from './workspace.ts';

/** The object that the rest of the engine works with. */
export function openedWorkspace(parts: OpenedParts): Workspace {
  const { master, signer, env, workDirectory } = parts;
  const id = parts.file.workspaceId;
  let { session, file } = parts;
  let closed = false;

  const settings = () => session.catalog.settings;
  const name = (): string => basename(session.directory);
  const writable = (): void => {
    if (session.readOnly) throw new Failure('WORKSPACE_READ_ONLY', workspaceText.readOnly(name()));
  };
  const summary = (): WorkspaceSummary =>
    workspaceSummary.parse({
      id,
      name: workspaceName(session.directory),
      organisation: settings().get('organisation') ?? '',
      operator: settings().get('operator') ?? '',
      policy: settings().get('policy') === 'gdpr-strict' ? 'gdpr-strict' : 'customer-tracking',
      temporary: settings().get('temporary') === 'true',
      readOnly: session.readOnly,
      createdAt: settings().get('createdAt') ?? '',
    });
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw storageFailure(error, name());
    }
  };
  const sealKey = (sealedName: string) => ({ master, workspaceId: id, name: sealedName });

  const workspace: Workspace = {
    id,
    get directory() {
      return session.directory;
    },
    workDirectory,
    get catalog() {
      return session.catalog;
    },
    register: {
      append: (entry, actor) => session.writer.append(entry, actor),
      appendMany: (entries, actor) => session.writer.appendMany(entries, actor),
      checkpoint: () => session.writer.checkpoint(),
    },
    keys: {
      pseudonymKey: (purposeId) => deriveKey(master, id, `pseudonym/${purposeId}`),
      orderKey: () => deriveKey(master, id, 'order'),
      sign: (bytes) => ({ signature: signer.sign(bytes), publicKey: signer.publicKey, keyId: signer.keyId }),
    },
    get notices() {
      return session.notices;
    },
    summary,
    transaction: (work) => session.writer.transaction(work),
    hold: () =>
      session.db.transaction((): Holding => {
        const expected = expectedRecords(logRepository(session.db));
        const { sound, verification } = examineRegister(session.db, session.directory, env.profileDirectory, {
          workspaceId: id,
          publicKey: signer.publicKey,
        });
        const problem = verification.problems.find(
          (candidate) => isSerious(candidate) && candidate.kind !== 'rolled-back',
        );
        const damage = sound ? null : (problem?.detail ?? workspaceText.notices.doesNotVerify(name()));
        return {
          damage,
          contradictions: holdCatalogue(session.db),
          recipes: holdRecipes(session.directory, expected),
          imports: expected.imports,
        };
      })(),
    holdDataset: (datasetId) => session.db.transaction(() => holdDataset(session.db, datasetId))(),
    async seal(sealedName, sourceFile, options) {
      writable();
      await guarded(() =>
        sealFile(sourceFile, sealedPath(session.directory, sealedName), sealKey(sealedName), env.random, options),
      );
    },
    async unseal(sealedName, options) {
      const sealed = sealedPath(session.directory, sealedName);
      const target = join(workDirectory, sealedName);
      if (existsSync(target)) return target;
      if (!existsSync(sealed)) throw new Failure('FILE_MISSING', workspaceText.sealedGone(sealedName));
      await guarded(() => unsealFile(sealed, target, sealKey(sealedName), options));
      return target;
    },
    hasSealed: (sealedName) => existsSync(sealedPath(session.directory, sealedName)),
    removeSealed(sealedName) {
      writable();
      guardStorage(name(), () => {
        rmSync(sealedPath(session.directory, sealedName), { force: true });
        rmSync(join(workDirectory, sealedName), { force: true });
      });
    },
    setOperator(operator) {
      const from = settings().get('operator') ?? '';
      if (operator.trim() === '') throw new Failure('OPERATOR_MISSING', workspaceText.nameNeeded);
      if (operator !== from) {
        session.writer.transaction(() => {
          settings().set('operator', operator);
          session.writer.append({ kind: 'operator.changed', subjectRef: id, payload: { from, to: operator } });
        });
      }
      return summary();
    },
    setPolicy(policy, reason) {
      const from = summary().policy;
      if (policy !== from) {
        session.writer.transaction(() => {
          settings().set('policy', policy);
          session.writer.append({ kind: 'policy.changed', subjectRef: id, payload: { from, to: policy, reason } });
        });
      }
      return summary();
    },
    async changePassphrase(current, next) {
      writable();
      if (next === '') throw new Failure('PASSPHRASE_MISSING', workspaceText.newPassphraseEmpty);
      await openMaster(file, { passphrase: current });
      const changed = await reseal(file, master, next, env.random, env.passphraseCost);
      guardStorage(name(), () => {
        // The entry first: a passphrase that was changed without an entry could never be explained; the reverse can.
        session.writer.append({ kind: 'key.passphrase-changed', subjectRef: id, payload: { keyId: signer.keyId } });
        writeJson(keysFile(session.directory), changed);
      });
      file = changed;
    },
    async saveAs(directory, options) {
      const saved = await saveWorkspaceAs({ ...parts, session, file }, directory, options);
      ({ session, file } = saved);
      return { recoveryKey: saved.recoveryKey };
    },
    async close() {
      if (closed) return;
      closed = true;
      try {
        session.end();
      } finally {
        wipeDirectory(workDirectory);
        master.fill(0);
      }
    },
    async destroy() {
      writable();
      const { directory } = session;
      const place = placeName(directory);
      await workspace.close();
      guardStorage(basename(directory), () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 }));
      forgetPlace(env.profileDirectory, place);
    },
  };
  return workspace;
}
