import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { guardStorage, storageFailure } from '#engine/catalog/sqlite-failure.ts';
import type { z } from 'zod';
import { deriveKey } from '#engine/keys/derive-key.ts';
import { openKeys, reseal, sealOperator } from '#engine/keys/key-file.ts';
import type { Signer } from '#engine/keys/signing-key.ts';
import { Failure } from '#shared/contract/failure.ts';
import { workspaceSummary, type WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { operatorsText } from '#shared/text/engine/operators.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { writeJson } from '../workspace-folder/json-file.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { examineRegister, outsideRegister } from '#engine/journal/examine-journal.ts';
import { proveEntryIn, rootAt } from '#engine/journal/heads.ts';
import { expectedRecords } from '#engine/journal/held/expected-records.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import { holdCatalogue, holdDataset, holdRecord, type Contradiction } from '#engine/journal/held/hold-catalogue.ts';
import { holdSealed } from '#engine/journal/held/hold-sealed.ts';
import { nextPath, sealedPath } from '#engine/workspace-folder/sealed-path.ts';
import { holdRecipes } from '#engine/journal/held/hold-files.ts';
import { sittingsOf } from '#engine/journal/held/recipe-sittings.ts';
import { isSerious } from '#shared/journal/verify-log.ts';
import { keysFile } from '../workspace-folder/read-identity.ts';
import { dropNext, flushNext, namesWithNext, promoteNext, sha256OfFile } from './next-sealed.ts';
import type { OpenedParts } from './opened-parts.ts';
import { saveWorkspaceAs } from './save-workspace-as.ts';
import { sealedCases, type Cases } from './sealed-cases.ts';
import { sealFile, unsealFile } from './sealed-files.ts';
import { workspaceName, type Session } from './session.ts';
import { forgetPlace } from '../workspace-folder/known-places.ts';
import { placeName } from '../workspace-folder/signed-heads.ts';
import { wipeDirectory } from './work-directory.ts';
import type { Holding, NextSealed, Signed, Workspace, WorkspaceKeys } from './workspace.ts';
import { workspaceOperators, type WorkspaceOperators } from './workspace-operators.ts';

/** The object that the rest of the engine works with. */
export const openedWorkspace = (parts: OpenedParts): Workspace => new OpenedWorkspace(parts);

const signedBy = (signer: Signer, bytes: Uint8Array): Signed => ({
  signature: signer.sign(bytes),
  publicKey: signer.publicKey,
  keyId: signer.keyId,
});

/** Its folder's session and its keys may be others after `saveAs` and `changePassphrase`; the object stays. */
class OpenedWorkspace implements Workspace {
  readonly id: string;
  readonly workDirectory: string;
  readonly register: Workspace['register'];
  readonly keys: WorkspaceKeys;
  readonly operators: WorkspaceOperators;
  readonly next: NextSealed;
  readonly #parts: OpenedParts;
  /** Names whose place something takes that waits, in a folder that cannot be written. */
  readonly #readInstead = new Set<string>();
  #closed = false;

  constructor(parts: OpenedParts) {
    const { master, signer } = parts;
    const { workspaceId } = parts.file;
    this.#parts = { ...parts };
    this.id = workspaceId;
    this.workDirectory = parts.workDirectory;
    this.register = {
      append: (entry, actor) => this.#session.writer.append(entry, actor),
      appendMany: (entries, actor) => this.#session.writer.appendMany(entries, actor),
      checkpoint: () => this.#session.writer.checkpoint(),
    };
    this.keys = {
      pseudonymKey: (purposeId, epoch = this.#pseudonymEpoch(purposeId)) =>
        deriveKey(master, workspaceId, `pseudonym${epoch === 0 ? '' : `-epoch-${epoch}`}/${purposeId}`),
      pseudonymEpoch: (purposeId) => this.#pseudonymEpoch(purposeId),
      ledgerKey: () => deriveKey(master, workspaceId, 'consent-ledger'),
      suppressionKey: () => deriveKey(master, workspaceId, 'suppression'),
      orderKey: () => deriveKey(master, workspaceId, 'order'),
      sign: (bytes) => signedBy(this.#session.hand.now?.signer ?? signer, bytes),
      signForWorkspace: (bytes) => signedBy(signer, bytes),
    };
    this.operators = workspaceOperators(this.#parts);
    this.next = {
      seal: (name, sourceFile, options) => this.#sealNext(name, sourceFile, options),
      names: () => namesWithNext(this.directory),
      hashOf: (name) => sha256OfFile(nextPath(this.directory, name)),
      flush: () => guardStorage(this.#name, () => flushNext(this.directory)),
      promote: (name) => this.#promote(name),
      drop: (name) => guardStorage(this.#name, () => dropNext(this.directory, name)),
      readInstead: (name) => void this.#readInstead.add(name),
    };
  }

  get directory(): string {
    return this.#session.directory;
  }

  get catalog(): Catalog {
    return this.#session.catalog;
  }

  get notices(): readonly string[] {
    return this.#session.notices;
  }

  get readOnlyPlace(): boolean {
    return this.#session.readOnly;
  }

  summary(): WorkspaceSummary {
    const { settings } = this.catalog;
    const hand = this.#session.hand.now;
    return workspaceSummary.parse({
      id: this.id,
      name: workspaceName(this.directory),
      organisation: settings.get('organisation') ?? '',
      operator: hand?.name ?? settings.get('operator') ?? '',
      role: hand?.role ?? null,
      operators: this.operators.atWork().length,
      policy: settings.get('policy') === 'gdpr-strict' ? 'gdpr-strict' : 'customer-tracking',
      temporary: settings.get('temporary') === 'true',
      readOnly: this.readOnlyPlace || hand?.role === 'reader',
      createdAt: settings.get('createdAt') ?? '',
    });
  }

  transaction<T>(work: () => T): T {
    return this.#session.writer.transaction(work);
  }

  hold(): Holding {
    const { db, directory } = this.#session;
    const { env, signer } = this.#parts;
    return db.transaction((): Holding => {
      const expected = expectedRecords(logRepository(db));
      const identity = { workspaceId: this.id, publicKey: signer.publicKey };
      const { sound, verification } = examineRegister(db, outsideRegister(directory, env.profileDirectory, identity));
      const problem = verification.problems.find(
        (candidate) => isSerious(candidate) && candidate.kind !== 'rolled-back',
      );
      return {
        damage: sound ? null : (problem?.detail ?? workspaceText.notices.doesNotVerify(this.#name)),
        contradictions: holdCatalogue(db, expected),
        recipes: holdRecipes(directory, expected, sittingsOf(db, identity)),
        files: holdSealed(directory, expected),
        imports: expected.imports,
      };
    })();
  }

  prove(seq: number): string {
    const { db } = this.#session;
    const identity = { workspaceId: this.id, publicKey: this.#parts.signer.publicKey };
    return db.transaction(() => proveEntryIn(db, identity, this.#name, seq))();
  }

  rootAt(size: number): string | null {
    const { db } = this.#session;
    const identity = { workspaceId: this.id, publicKey: this.#parts.signer.publicKey };
    return db.transaction(() => rootAt(db, identity, this.#name, size))();
  }

  holdDataset(datasetId: string): Contradiction[] {
    const { db } = this.#session;
    return db.transaction(() => holdDataset(db, datasetId))();
  }

  holdRecord(kind: string, id: string): Contradiction[] {
    const { db } = this.#session;
    return db.transaction(() => holdRecord(db, kind, id))();
  }

  /** The log alone says which key is in force: nothing beside it can put one back. */
  #pseudonymEpoch(purposeId: string): number {
    return this.catalog.entriesOf('key.rotated').filter(({ payload }) => payload.key === purposeId).length;
  }

  cases<T>(kind: string, schema: z.ZodType<T>): Cases<T> {
    const { master, env } = this.#parts;
    return sealedCases(() => this.catalog, { master, workspaceId: this.id, random: env.random }, kind, schema);
  }

  async seal(name: string, sourceFile: string, options?: { signal?: AbortSignal }): Promise<string> {
    this.#requireWritable();
    const { env } = this.#parts;
    return this.#guarded(() => sealFile(sourceFile, this.#sealed(name), this.#sealKey(name), env.random, options));
  }

  async unseal(name: string, options?: { signal?: AbortSignal }): Promise<string> {
    const sealed = this.#readInstead.has(name) ? nextPath(this.directory, name) : this.#sealed(name);
    const target = join(this.workDirectory, name);
    if (existsSync(target)) return target;
    if (!existsSync(sealed)) throw new Failure('FILE_MISSING', workspaceText.sealedGone(name));
    await this.#guarded(() => unsealFile(sealed, target, this.#sealKey(name), options));
    return target;
  }

  hashSealed(name: string): Promise<string | null> {
    return sha256OfFile(this.#sealed(name));
  }

  hasSealed(name: string): boolean {
    return existsSync(this.#sealed(name));
  }

  removeSealed(name: string): void {
    this.#requireWritable();
    guardStorage(this.#name, () => {
      rmSync(this.#sealed(name), { force: true });
      rmSync(join(this.workDirectory, name), { force: true });
    });
  }

  setOperator(operator: string): WorkspaceSummary {
    const { settings } = this.catalog;
    const from = settings.get('operator') ?? '';
    if (operator.trim() === '') throw new Failure('OPERATOR_MISSING', workspaceText.nameNeeded);
    if (this.#session.hand.now !== null) throw new Failure('WRONG_USAGE', operatorsText.renamed);
    if (operator !== from)
      this.transaction(() => {
        settings.set('operator', operator);
        this.register.append({ kind: 'operator.changed', subjectRef: this.id, payload: { from, to: operator } });
      });
    return this.summary();
  }

  setPolicy(policy: ClassificationPolicy, reason: string): WorkspaceSummary {
    const from = this.summary().policy;
    if (policy !== from)
      this.transaction(() => {
        this.catalog.settings.set('policy', policy);
        this.register.append({ kind: 'policy.changed', subjectRef: this.id, payload: { from, to: policy, reason } });
      });
    return this.summary();
  }

  async changePassphrase(current: string, next: string): Promise<void> {
    this.#requireWritable();
    const { file, env, signer } = this.#parts;
    if (next === '') throw new Failure('PASSPHRASE_MISSING', workspaceText.newPassphraseEmpty);
    const by = this.#session.hand.now;
    const { master, operator } = await openKeys(file, { passphrase: current, operator: by?.name }, this.#name);
    const seal =
      operator === null
        ? null
        : await sealOperator(this.id, { ...operator, master, passphrase: next }, env.random, env.passphraseCost);
    const changed = seal === null ? await reseal(file, master, next, env.random, env.passphraseCost) : null;
    const payload = { keyId: (by?.signer ?? signer).keyId };
    guardStorage(this.#name, () => {
      // The entry first: a passphrase that was changed without an entry could never be explained; the reverse can.
      this.register.append({ kind: 'key.passphrase-changed', subjectRef: this.id, payload });
      if (seal !== null) this.operators.keepKeys(seal);
      if (changed === null) return;
      writeJson(keysFile(this.directory), changed);
      this.#parts.file = changed;
    });
  }

  async saveAs(
    directory: string,
    options: { organisation: string; operator: string; passphrase: string },
  ): Promise<{ recoveryKey: string }> {
    const { session, file, recoveryKey } = await saveWorkspaceAs({ ...this.#parts }, directory, options);
    Object.assign(this.#parts, { session, file });
    return { recoveryKey };
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      this.#session.end();
    } finally {
      wipeDirectory(this.workDirectory);
      this.#parts.master.fill(0);
    }
  }

  async destroy(): Promise<void> {
    this.#requireWritable();
    const { directory } = this;
    const place = placeName(directory);
    await this.close();
    guardStorage(basename(directory), () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 }));
    forgetPlace(this.#parts.env.profileDirectory, place);
  }

  get #session(): Session {
    return this.#parts.session;
  }

  get #name(): string {
    return basename(this.directory);
  }

  #sealed(name: string): string {
    return sealedPath(this.directory, name);
  }

  #sealKey(name: string) {
    return { master: this.#parts.master, workspaceId: this.id, name };
  }

  async #sealNext(name: string, sourceFile: string, options?: { signal?: AbortSignal }): Promise<string> {
    this.#requireWritable();
    const target = nextPath(this.directory, name);
    const { random } = this.#parts.env;
    return this.#guarded(() => sealFile(sourceFile, target, this.#sealKey(name), random, options));
  }

  #promote(name: string): void {
    this.#requireWritable();
    guardStorage(this.#name, () => {
      promoteNext(this.directory, name);
      for (const ending of ['', '.partial', '.wal'])
        rmSync(join(this.workDirectory, `${name}${ending}`), { force: true });
    });
  }

  #requireWritable(): void {
    if (this.#session.readOnly) throw new Failure('WORKSPACE_READ_ONLY', workspaceText.readOnly(this.#name));
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw storageFailure(error, this.#name);
    }
  }
}
