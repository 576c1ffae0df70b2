import { basename } from 'node:path';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { guardStorage } from '#engine/catalog/sqlite-failure.ts';
import {
  openKeys,
  sealOf,
  sealOperator,
  withOperators,
  type KeyFile,
  type OperatorSeal,
} from '#engine/keys/key-file.ts';
import { newSigningSeed, signerOf } from '#engine/keys/signing-key.ts';
import { atWork, requireMay } from '#engine/journal/operator-in-hand.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { Operator, OperatorRole } from '#shared/domain/operator.ts';
import type { EntryKind } from '#shared/journal/entry-kinds/index.ts';
import { sameName } from '#shared/journal/operators.ts';
import { mayWrite } from '#shared/journal/who-may.ts';
import { operatorsText } from '#shared/text/engine/operators.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { writeJson } from '../workspace-folder/json-file.ts';
import { keysFile } from '../workspace-folder/read-identity.ts';
import type { OpenedParts } from './opened-parts.ts';

/** Somebody who is to work in a workspace. */
export interface NewOperator {
  name: string;
  role: OperatorRole;
  /** Theirs, which seals their key. */
  passphrase: string;
  /** The passphrase of whoever adds the first further operator. */
  own?: string | undefined;
}

/** Who works in an open workspace. Everything here is entered, signed by whoever does it. */
export interface WorkspaceOperators {
  /** Everybody registered so far, those who left included; empty where one person works with the workspace's own key. */
  list(): Operator[];
  atWork(): Operator[];
  /** Whether who works here may write entries of this kind. */
  may(kind: EntryKind): boolean;
  /** @throws Failure ROLE_REFUSED, naming who may */
  requireMay(kind: EntryKind): void;
  /**
   * Adds somebody; with the first further one, whoever is there already becomes an approver with a key of their own.
   * @throws Failure ROLE_REFUSED, WRONG_USAGE, PASSPHRASE_WRONG, PASSPHRASE_MISSING, OPERATOR_MISSING,
   *   WORKSPACE_READ_ONLY
   */
  add(operator: NewOperator): Promise<void>;
  /** @throws Failure ROLE_REFUSED, OPERATOR_UNKNOWN, WRONG_USAGE where nobody would be approver any more */
  setRole(name: string, role: OperatorRole, reason: string): void;
  /** What they did stays; their keys go. @throws Failure as `setRole` */
  leave(name: string, reason: string): void;
  /** Writes the keys of an operator in place of those they had. */
  keepKeys(seal: OperatorSeal): void;
}

export const workspaceOperators = (parts: OpenedParts): WorkspaceOperators => new Operators(parts);

/** No line break, nothing invisible, no space at the ends: a name is read in lists, files and signatures. */
const isName = (name: string): boolean =>
  name.length > 0 && name.length <= 200 && name.trim() === name && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name);

/** `parts` is the workspace's own: what is changed here is changed there. */
class Operators implements WorkspaceOperators {
  readonly #parts: OpenedParts;

  constructor(parts: OpenedParts) {
    this.#parts = parts;
  }

  list(): Operator[] {
    return this.#parts.session.roster.now();
  }

  atWork(): Operator[] {
    return atWork(this.list());
  }

  may(kind: EntryKind): boolean {
    const { now } = this.#parts.session.hand;
    return now === null || mayWrite(now.role, kind);
  }

  requireMay(kind: EntryKind): void {
    const { now } = this.#parts.session.hand;
    if (now !== null) requireMay(this.#log, now, kind);
  }

  async add(wanted: NewOperator): Promise<void> {
    const { env, file, master, session } = this.#parts;
    const { workspaceId } = file;
    const name = wanted.name.normalize('NFC');
    this.#requireAddable(name);
    const cost = env.passphraseCost;
    const first = session.hand.now === null ? await this.#first(wanted.own ?? '') : null;
    const seed = newSigningSeed(env.random);
    const seal = await sealOperator(
      workspaceId,
      { name, master, seed, passphrase: wanted.passphrase },
      env.random,
      cost,
    );
    // Somebody may have been added while the passphrases were derived.
    this.#requireAddable(name);
    this.#write(
      () => [...(first === null ? this.#seals() : [first.seal]), seal],
      () => {
        if (first !== null) {
          session.hand.now = first;
          this.#enter(first.name, first.role, first.signer.publicKey);
        }
        this.#enter(name, wanted.role, seal.publicKey);
      },
    );
  }

  setRole(name: string, role: OperatorRole, reason: string): void {
    this.requireMay('operator.role-changed');
    const operator = this.#working(name);
    if (operator.role === role) throw new Failure('WRONG_USAGE', operatorsText.alreadyHas(name, role));
    this.#requireOtherApprover(operator);
    const { session } = this.#parts;
    session.writer.append({
      kind: 'operator.role-changed',
      subjectRef: name,
      payload: { name, from: operator.role, to: role, reason },
    });
    const { now } = session.hand;
    if (now?.name === name) session.hand.now = { ...now, role };
  }

  leave(name: string, reason: string): void {
    const operator = this.#working(name);
    const { session } = this.#parts;
    const { now } = session.hand;
    if (now !== null && now.name !== name && now.role !== 'approver')
      throw new Failure('ROLE_REFUSED', operatorsText.othersOnly(now.name, now.role));
    this.#requireOtherApprover(operator);
    // The entry first: whoever left is not let in, whatever keys lie there; these go with the next look.
    session.writer.append({ kind: 'operator.left', subjectRef: name, payload: { name, reason } });
    this.#keep(withOperators(this.#parts.file, this.#seals()));
  }

  keepKeys(seal: OperatorSeal): void {
    this.#keep(withOperators(this.#parts.file, [...this.#seals().filter(({ name }) => name !== seal.name), seal]));
  }

  /** Whoever was alone until now, with a key of their own under the passphrase that they type once more. */
  async #first(passphrase: string) {
    const { env, file, master, session } = this.#parts;
    const name = (session.catalog.settings.get('operator') ?? '').normalize('NFC');
    if (!isName(name)) throw new Failure('OPERATOR_MISSING', operatorsText.firstUnnamed);
    if (passphrase === '') throw new Failure('PASSPHRASE_MISSING', operatorsText.ownPassphrase);
    await openKeys(file, { passphrase, operator: sealOf(file, undefined)?.name }, this.#name);
    const seed = newSigningSeed(env.random);
    const seal = await sealOperator(
      file.workspaceId,
      { name, master, seed, passphrase },
      env.random,
      env.passphraseCost,
    );
    return { name, role: 'approver' as const, signer: signerOf(seed), seal };
  }

  #requireAddable(name: string): void {
    const { session } = this.#parts;
    if (session.readOnly) throw new Failure('WORKSPACE_READ_ONLY', workspaceText.readOnly(this.#name));
    this.requireMay('operator.added');
    const { settings } = session.catalog;
    if (settings.get('temporary') === 'true') throw new Failure('WRONG_USAGE', operatorsText.saveFirst);
    if (!isName(name)) throw new Failure('WRONG_USAGE', operatorsText.nameInvalid);
    const registered = this.list();
    const names = registered.length === 0 ? [settings.get('operator') ?? ''] : registered.map((known) => known.name);
    const taken = names.find((known) => sameName(known, name));
    if (taken !== undefined) throw new Failure('WRONG_USAGE', operatorsText.nameTaken(name, taken));
  }

  #working(name: string): Operator {
    const here = this.atWork();
    const operator = here.find((known) => known.name === name);
    if (operator !== undefined) return operator;
    throw new Failure(
      'OPERATOR_UNKNOWN',
      operatorsText.noneCalled(
        name,
        here.map((known) => known.name),
      ),
    );
  }

  #requireOtherApprover({ name, role }: Operator): void {
    const others = this.atWork().filter((known) => known.role === 'approver' && known.name !== name);
    if (role === 'approver' && others.length === 0) throw new Failure('WRONG_USAGE', operatorsText.needsApprover(name));
  }

  #enter(name: string, role: OperatorRole, publicKey: string): void {
    this.#parts.session.writer.append({ kind: 'operator.added', subjectRef: name, payload: { name, role, publicKey } });
  }

  /**
   * Keys of those who work here by the register, whichever key it names for them: that of somebody who has not left is
   * never dropped, though a recovery was cut off. What an adding left that was cut off goes.
   */
  #seals(): OperatorSeal[] {
    const { file } = this.#parts;
    const names = new Set(this.atWork().map(({ name }) => name));
    return file.formatVersion === 1 ? [] : file.operators.filter(({ name }) => names.has(name));
  }

  /**
   * The keys first, then the entries: keys that no entry names open nothing, an entry whose keys are lost would keep its
   * operator out for good. What fails leaves both as they were.
   */
  #write(seals: () => OperatorSeal[], enter: () => void): void {
    const { file, session } = this.#parts;
    const { now } = session.hand;
    this.#keep(withOperators(file, seals()));
    try {
      session.writer.transaction(enter);
    } catch (error) {
      session.hand.now = now;
      this.#keep(file);
      throw error;
    }
  }

  #keep(file: KeyFile): void {
    guardStorage(this.#name, () => writeJson(keysFile(this.#parts.session.directory), file));
    this.#parts.file = file;
  }

  get #log() {
    return logRepository(this.#parts.session.db);
  }

  get #name(): string {
    return basename(this.#parts.session.directory);
  }
}
