import type { Database } from '#engine/catalog/open-catalog.ts';
import { logRepository, type LogRepository } from '#engine/catalog/repositories/log.ts';
import { storageFailure } from '#engine/catalog/sqlite-failure.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { noteSigner, type Signer } from '#engine/keys/signing-key.ts';
import { requireMay, type OperatorInHand } from './operator-in-hand.ts';
import { Failure } from '#shared/contract/failure.ts';
import { canonicalJson, foreignPart } from '#shared/journal/canonical-json.ts';
import { logOrigin, signCheckpoint } from '#shared/journal/checkpoint.ts';
import { entryKinds, type EntryKind, type NewEntry } from '#shared/journal/entry-kinds/index.ts';
import { genesisHash, leafText } from '#shared/journal/log-entry.ts';
import { signedText } from '#shared/journal/operators.ts';
import { addLeaf, treeRoot, type MerkleState } from '#shared/journal/merkle.ts';
import { journalText } from '#shared/text/engine/journal.ts';

export interface Appended {
  seq: number;
  leafHash: string;
}

export interface RegisterWriter {
  /**
   * One entry; `actor` is the operator unless given, and always where operators are registered. @throws Failure INTERNAL
   * when the payload is not of its kind, ROLE_REFUSED when it is not for the operator's role; storage failures
   */
  append<K extends EntryKind>(entry: NewEntry<K>, actor?: string): Appended;
  /** Several entries under one checkpoint: all or none. */
  appendMany(entries: readonly NewEntry[], actor?: string): Appended[];
  /** Runs work whose catalogue rows and entries are written together or not at all. Synchronous; may be nested. */
  transaction<T>(work: () => T): T;
  /** The newest signed checkpoint (C2SP signed note). */
  checkpoint(): string;
}

export interface WriterOptions {
  db: Database;
  workspaceName: string;
  workspaceId: string;
  signer: Signer;
  clock: () => Date;
  actor: () => string;
  /** Who signs what is written, and is its actor; null where no operator is registered. */
  operator?: () => OperatorInHand | null;
  /** The tree over the entries that are there. */
  tree: MerkleState;
  /** Called after each commit with the new checkpoint, to keep it outside the register. */
  onHead: (note: string) => void;
}

interface Position {
  tree: MerkleState;
  lastHash: string;
  lastTime: string;
  clockToldBack: boolean;
}

export const createRegisterWriter = (options: WriterOptions): RegisterWriter => new LogWriter(options);

/** Where the log ends, in memory; goes back with a transaction that fails. */
class LogWriter implements RegisterWriter {
  readonly #options: WriterOptions;
  readonly #log: LogRepository;
  #position: Position;
  #depth = 0;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#log = logRepository(options.db);
    const newest = this.#log.newest();
    this.#position = {
      tree: options.tree,
      lastHash: newest?.leaf_hash ?? genesisHash,
      lastTime: newest?.ts ?? '',
      clockToldBack: typeof newest?.clock === 'string' && newest.clock < newest.ts,
    };
  }

  append<K extends EntryKind>(entry: NewEntry<K>, actor?: string): Appended {
    return this.transaction(() => this.#appendOne(entry as NewEntry, actor));
  }

  appendMany(entries: readonly NewEntry[], actor?: string): Appended[] {
    return this.transaction(() => entries.map((entry) => this.#appendOne(entry, actor)));
  }

  transaction<T>(work: () => T): T {
    const before = this.#position;
    this.#depth += 1;
    try {
      return this.#depth === 1 ? this.#outermost(work) : this.#options.db.transaction(work)();
    } catch (error) {
      this.#position = before;
      throw error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')
        ? storageFailure(error, this.#options.workspaceName)
        : error;
    } finally {
      this.#depth -= 1;
    }
  }

  checkpoint(): string {
    return this.#log.checkpoint() ?? this.#sign();
  }

  #outermost<T>(work: () => T): T {
    let note: string | null = null;
    const before = this.#position;
    const result = this.#options.db
      .transaction(() => {
        const value = work();
        if (this.#position.tree.size !== before.tree.size) {
          note = this.#sign();
          this.#log.setCheckpoint(note);
        }
        return value;
      })
      .immediate();
    if (note !== null) this.#options.onHead(note);
    return result;
  }

  #operator(): OperatorInHand | null {
    return this.#options.operator?.() ?? null;
  }

  #sign(): string {
    const { workspaceId, signer } = this.#options;
    const { tree, lastTime } = this.#position;
    const origin = logOrigin(workspaceId);
    return signCheckpoint(
      { origin, size: tree.size, root: treeRoot(tree, registerCrypto), at: lastTime },
      noteSigner(origin, signer),
      registerCrypto,
    );
  }

  #appendOne(entry: NewEntry, given?: string): Appended {
    const by = this.#operator();
    if (by !== null) requireMay(this.#log, by, entry.kind);
    const actor = by?.name ?? given ?? this.#options.actor();
    const payload = checkedPayload(entry);
    const clock = this.#options.clock().toISOString();
    const { kind, subjectRef } = entry;
    return this.#write({ kind, subject_ref: subjectRef, payload, actor, ts: this.#timeOf(actor, clock), clock });
  }

  /**
   * Entries never go back in time: while the clock is behind the newest entry they keep that entry's time beside the
   * clock's, and the register says so.
   */
  #timeOf(actor: string, clock: string): string {
    const { lastTime, clockToldBack } = this.#position;
    if (clock >= lastTime) {
      this.#position = { ...this.#position, clockToldBack: false };
      return clock;
    }
    if (!clockToldBack) {
      const payload = canonicalJson({ clock, newest: lastTime });
      const subject = this.#options.workspaceId;
      this.#write({ kind: 'clock.set-back', subject_ref: subject, payload, actor, ts: lastTime, clock });
      this.#position = { ...this.#position, clockToldBack: true };
    }
    return lastTime;
  }

  #write(entry: { kind: EntryKind; subject_ref: string; payload: string; actor: string; ts: string; clock: string }) {
    const { tree, lastHash } = this.#position;
    const fields = { ...entry, seq: tree.size + 1, prev_hash: lastHash };
    const leafHash = registerCrypto.leafHash(leafText(fields));
    this.#log.insert({ ...fields, leaf_hash: leafHash });
    const by = this.#operator();
    if (by !== null)
      this.#log.sign(fields.seq, by.signer.publicKey, by.signer.sign(Buffer.from(signedText(leafHash), 'utf8')));
    this.#position = {
      ...this.#position,
      tree: addLeaf(tree, leafHash, registerCrypto),
      lastHash: leafHash,
      lastTime: entry.ts,
    };
    return { seq: fields.seq, leafHash };
  }
}

function checkedPayload(entry: NewEntry): string {
  const schema = entryKinds[entry.kind];
  if (schema === undefined) throw new Failure('INTERNAL', journalText.kindUnknown(String(entry.kind)));
  const parsed = schema.safeParse(entry.payload);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || issue.code))];
    throw new Failure('INTERNAL', journalText.fieldsRefused(entry.kind, fields));
  }
  const foreign = foreignPart(parsed.data) ?? foreignPart(entry.subjectRef, 'subjectRef');
  if (foreign !== null) throw new Failure('INTERNAL', journalText.partRefused(entry.kind, foreign));
  return canonicalJson(parsed.data);
}
