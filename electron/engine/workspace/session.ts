import { accessSync, closeSync, constants, existsSync, openSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { catalogOf, type Catalog } from '#engine/catalog/catalog.ts';
import { openCatalog, openCatalogReadOnly, registerFile, type Database } from '#engine/catalog/open-catalog.ts';
import { refuseFuture, refuseUnmigrated, type Migrated } from '#engine/catalog/migrate.ts';
import { guardStorage, storageFailure } from '#engine/catalog/sqlite-failure.ts';
import type { KeyFile } from '#engine/keys/key-file.ts';
import type { Signer } from '#engine/keys/signing-key.ts';
import { examineOpened, type ExaminedAhead } from '#engine/journal/examine-ahead.ts';
import { outsideRegister, type RegisterExamination } from '#engine/journal/examine-journal.ts';
import { createRegisterWriter, type RegisterWriter } from '#engine/journal/journal-writer.ts';
import { atWork, operatorRoster, type OperatorInHand } from '#engine/journal/operator-in-hand.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { Operator } from '#shared/domain/operator.ts';
import type { NewEntry } from '#shared/journal/entry-kinds/index.ts';
import { isSerious } from '#shared/journal/verify-log.ts';
import { catalogText } from '#shared/text/engine/catalog.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { operatorsText } from '#shared/text/engine/operators.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { readOnlyWriter } from './read-only-writer.ts';
import { rememberPlace } from '../workspace-folder/known-places.ts';
import { rememberHead, writeFolderHead } from '../workspace-folder/signed-heads.ts';
import type { WorkspaceEnv } from './workspace-env.ts';
import { lockWorkspace } from '../workspace-folder/workspace-lock.ts';

/** A workspace's folder while it is open: lock, database, register. */
export interface Session {
  directory: string;
  db: Database;
  catalog: Catalog;
  writer: RegisterWriter;
  readOnly: boolean;
  notices: string[];
  /** Who works with it and signs; null where no operator is registered. Another one after they were changed. */
  hand: { now: OperatorInHand | null };
  /** Everybody whom the register names as its operators. */
  roster: ReturnType<typeof operatorRoster>;
  /** Keeps the newest head outside the register once more, where that failed before; then frees database and lock. */
  end(): void;
}

/** Who opened a workspace, as `keys.json` knows them. */
export interface WhoOpens {
  name: string;
  signer: Signer;
  /** By the recovery key: with a new key that the register is yet to name. */
  recovered: boolean;
}

/** The folder's name without its ending: what people call the workspace. */
export const workspaceName = (directory: string): string => basename(directory).replace(/\.custos$/i, '');

/**
 * By trying: permissions alone do not tell of a read-only disk. Never opens the lock file, whose lock a second handle
 * would drop.
 */
function isWritable(directory: string, random: (n: number) => Uint8Array): boolean {
  const probe = join(directory, `.probe-${Buffer.from(random(8)).toString('hex')}`);
  try {
    accessSync(registerFile(directory), constants.W_OK);
    closeSync(openSync(probe, 'wx', 0o600));
    rmSync(probe, { force: true });
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS';
  }
}

/**
 * Locks a workspace's folder, opens its database, examines its register and takes the register up where it ended. A
 * folder that cannot be written, and a register that does not hold together, are opened for reading only, with a
 * notice.
 *
 * @throws Failure WORKSPACE_DAMAGED where the register names operators and not this key among theirs; OPERATOR_UNKNOWN
 *   where they left
 */
export function startSession(
  directory: string,
  keyFile: KeyFile,
  signer: Signer,
  env: WorkspaceEnv,
  { who = null, ahead = null }: { who?: WhoOpens | null; ahead?: ExaminedAhead | null } = {},
): Session {
  const name = basename(directory);
  if (!existsSync(registerFile(directory))) throw new Failure('WORKSPACE_DAMAGED', catalogText.missing(name));
  const writable = isWritable(directory, env.random);
  const lock = writable ? guardStorage(name, () => lockWorkspace(directory, name, env.clock())) : null;
  let db: Database | null = null;
  try {
    const opened = writable
      ? openCatalog(directory, name, env.clock())
      : { db: openReadOnly(directory, name), migrated: null };
    db = opened.db;
    return sessionOn({ directory, db, migrated: opened.migrated, lock, keyFile, signer, env, who }, ahead);
  } catch (error) {
    db?.close();
    lock?.release();
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')
      ? storageFailure(error, name)
      : error;
  }
}

function openReadOnly(directory: string, name: string): Database {
  try {
    const db = openCatalogReadOnly(registerFile(directory), name);
    refuseFuture(db, name);
    refuseUnmigrated(db, name);
    return db;
  } catch (error) {
    throw storageFailure(error, name);
  }
}

/** What a session is put together from. */
interface Opening {
  directory: string;
  db: Database;
  migrated: Migrated | null;
  /** Null where the folder cannot be written. */
  lock: { release(): void } | null;
  keyFile: KeyFile;
  signer: Signer;
  env: WorkspaceEnv;
  who: WhoOpens | null;
}

/** Why it is opened for reading only, one notice for each reason; empty where it is not. */
function reasonsToReadOnly(found: RegisterExamination, writable: boolean, name: string): string[] {
  const notices = writable ? [] : [workspaceText.notices.readOnlyPlace(name)];
  if (found.sound) return notices;
  const first = found.verification.problems.find((problem) => isSerious(problem) && problem.kind !== 'rolled-back');
  notices.push(
    first === undefined
      ? workspaceText.notices.doesNotVerify(name)
      : workspaceText.notices.doesNotVerifyBecause(name, first.detail),
  );
  return notices;
}

/**
 * What this machine remembers of the register: heads that it lacks because it was put back, and heads that it goes on
 * from. A register that holds the newest head of one branch is that branch; one that holds none was put back.
 */
function remembered({ heads, kept }: RegisterExamination) {
  const ofMachine = kept.flatMap(({ where, note, older }, index) => {
    if (where !== 'machine' || note === null) return [];
    const { state, checkpoint = null } = heads[index] ?? {};
    return [{ note, older, state, contradicted: state === 'ahead' || state === 'different', checkpoint }];
  });
  const putBack = !ofMachine.some(({ older, state }) => older !== true && ['same', 'behind'].includes(state ?? ''));
  const lost = putBack
    ? ofMachine.flatMap(({ contradicted, checkpoint }) => (contradicted && checkpoint !== null ? [checkpoint] : []))
    : [];
  const continued = new Set(
    ofMachine.filter(({ contradicted, checkpoint }) => !contradicted && checkpoint !== null).map(({ note }) => note),
  );
  return { lost, continued };
}

type Remembered = ReturnType<typeof remembered>;

/** Keeps the newest head outside the register: in the folder, and in this machine's memory of a lasting one. */
class HeadKeeper {
  /** An older head is kept than the register has. */
  behind = false;
  readonly #opening: Opening;
  readonly #temporary: boolean;
  readonly #continued: Remembered['continued'];

  constructor(opening: Opening, temporary: boolean, continued: Remembered['continued']) {
    this.#opening = opening;
    this.#temporary = temporary;
    this.#continued = continued;
  }

  keep(note: string): void {
    const { directory, env, keyFile, signer } = this.#opening;
    const { workspaceId } = keyFile;
    const { publicKey } = signer;
    try {
      writeFolderHead(directory, { workspaceId, publicKey, note });
      if (!this.#temporary) {
        rememberHead(env.profileDirectory, { workspaceId, publicKey, directory, note }, this.#continued);
        this.#continued.add(note);
        rememberPlace(env.profileDirectory, directory, workspaceId);
      }
      this.behind = false;
    } catch {
      // The entry is written and signed inside the register; an older head outside is still a true one. Tried again
      // with the next entry and at the end.
      this.behind = true;
    }
  }
}

/** What the register has to say of how the workspace was found, each entry with the notice that goes with it. */
function foundOnOpening({ migrated, keyFile }: Opening, found: RegisterExamination, { lost }: Remembered) {
  const subjectRef = keyFile.workspaceId;
  const size = found.tree.size;
  const folder = found.heads[0];
  const entries: NewEntry[] = [];
  const notices: string[] = [];
  if (migrated !== null) {
    entries.push({ kind: 'workspace.migrated', subjectRef, payload: migrated });
    notices.push(workspaceText.notices.migrated(migrated.backup));
  }
  if (folder !== undefined && ['missing', 'invalid', 'ahead', 'different'].includes(folder.state)) {
    const was = folder.state === 'missing' ? 'missing' : folder.state === 'invalid' ? 'unusable' : 'ahead';
    entries.push({ kind: 'checkpoint.head-repaired', subjectRef, payload: { found: was, size } });
    notices.push(workspaceText.notices.headWrittenAnew);
  }
  if (found.profileUnusable) {
    entries.push({ kind: 'checkpoint.head-repaired', subjectRef, payload: { found: 'unusable', size } });
    notices.push(workspaceText.notices.memoryWrittenAnew);
  }
  for (const { size: seenSize, root: seenRoot, at: seenAt } of lost) {
    entries.push({ kind: 'checkpoint.rolled-back', subjectRef, payload: { seenSize, seenRoot, seenAt, size } });
    notices.push(workspaceText.notices.olderCopy(seenSize, seenAt, size));
  }
  return { entries, notices };
}

/**
 * Who it is that opens, as the register knows them. One that does not hold together is only read, whoever they are; of
 * names in `keys.json` that never came into the register (adding them was cut off) nobody is let in.
 */
function operatorOf({ directory, who }: Opening, registered: readonly Operator[]): OperatorInHand | null {
  const name = basename(directory);
  if (registered.length === 0) return null;
  if (who === null) throw new Failure('WORKSPACE_DAMAGED', operatorsText.keysMissing(name));
  const known = registered.find((operator) => operator.name === who.name);
  if (known === undefined)
    throw new Failure(
      'OPERATOR_UNKNOWN',
      operatorsText.noneCalled(
        who.name,
        atWork(registered).map((operator) => operator.name),
      ),
    );
  if (known.left !== null) throw new Failure('OPERATOR_UNKNOWN', operatorsText.hasLeft(who.name));
  if (!who.recovered && known.publicKey !== who.signer.publicKey)
    throw new Failure('WORKSPACE_DAMAGED', operatorsText.keysDiffer(name, who.name));
  return { name: who.name, role: known.role, signer: who.signer };
}

/** Before anything else is signed with a new key, the register has to name it. */
const recoveredEntry = ({ who }: Opening): NewEntry[] =>
  who === null || !who.recovered
    ? []
    : [
        {
          kind: 'operator.recovered',
          subjectRef: who.name,
          payload: { name: who.name, publicKey: who.signer.publicKey },
        },
      ];

function sessionOn(opening: Opening, ahead: ExaminedAhead | null): Session {
  const { directory, db, lock, keyFile, signer, env } = opening;
  const name = basename(directory);
  const { workspaceId } = keyFile;
  const catalog = catalogOf(db, directory);
  const identity = { workspaceId, publicKey: signer.publicKey };
  const outside = outsideRegister(directory, env.profileDirectory, identity);
  const found = examineOpened(db, outside, ahead);
  const readOnly = lock === null || !found.sound;
  // Who was found is so up to the entries that were examined; what is entered below may say otherwise.
  const examined = { upTo: found.tree.size, operators: found.operators };
  const roster = operatorRoster(logRepository(db), found.sound ? examined : null);
  const hand: Session['hand'] = { now: found.sound ? operatorOf(opening, found.operators) : null };
  const replaced = found.verification.problems.filter(({ kind }) => kind === 'workspace-replaced');
  const notices = [...reasonsToReadOnly(found, lock !== null, name), ...replaced.map(({ detail }) => detail)];
  const memory = remembered(found);
  const heads = new HeadKeeper(opening, catalog.settings.get('temporary') === 'true', memory.continued);
  const writer = readOnly
    ? readOnlyWriter(db, name)
    : createRegisterWriter({
        db,
        workspaceName: name,
        workspaceId,
        signer,
        clock: env.clock,
        actor: () => catalog.settings.get('operator') || engineText.nobodyNamed,
        operator: () => hand.now,
        tree: found.tree,
        onHead: (note) => heads.keep(note),
      });
  if (!readOnly) {
    const opened = foundOnOpening(opening, found, memory);
    notices.push(...opened.notices);
    // A head that fell behind (a crash between entry and head) is brought up to date without an entry.
    const entries = [...recoveredEntry(opening), ...opened.entries];
    if (entries.length > 0) writer.appendMany(entries);
    else heads.keep(writer.checkpoint());
  }
  return {
    directory,
    db,
    catalog,
    writer,
    readOnly,
    notices,
    hand,
    roster,
    end: () => {
      try {
        if (heads.behind && !readOnly) heads.keep(writer.checkpoint());
      } finally {
        db.close();
        lock?.release();
      }
    },
  };
}
