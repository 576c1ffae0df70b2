import type { Database } from '#engine/catalog/open-catalog.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { storageFailure } from '#engine/catalog/sqlite-failure.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import type { Signer } from '#engine/keys/signing-key.ts';
import { Failure } from '#shared/contract/failure.ts';
import { canonicalJson, foreignPart } from '#shared/journal/canonical-json.ts';
import { checkpointText, logOrigin, signedNote } from '#shared/journal/checkpoint.ts';
import { entryKinds, type EntryKind, type NewEntry } from '#shared/journal/entry-kinds.ts';
import { genesisHash, leafText } from '#shared/journal/log-entry.ts';
import { addLeaf, treeRoot, type MerkleState } from '#shared/journal/merkle.ts';
import { registerText } from '#shared/text/engine/journal.ts';

export interface Appended {
  seq: number;
  leafHash: string;
}

export interface RegisterWriter {
  /**
   * One entry; `actor` is the operator unless given. @throws Failure INTERNAL when the payload is not of its kind;
   * storage failures
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

export function createRegisterWriter(options: WriterOptions): RegisterWriter {
  const { db, workspaceId, signer } = options;
  const log = logRepository(db);
  const newest = log.newest();
  let position: Position = {
    tree: options.tree,
    lastHash: newest?.leaf_hash ?? genesisHash,
    lastTime: newest?.ts ?? '',
    clockToldBack: typeof newest?.clock === 'string' && newest.clock < newest.ts,
  };
  let depth = 0;

  const write = (
    kind: EntryKind,
    subjectRef: string,
    payload: string,
    actor: string,
    ts: string,
    clock: string,
  ): Appended => {
    const fields = {
      seq: position.tree.size + 1,
      prev_hash: position.lastHash,
      ts,
      kind,
      actor,
      subject_ref: subjectRef,
      payload,
      clock,
    };
    const leafHash = registerCrypto.leafHash(leafText(fields));
    log.insert({ ...fields, leaf_hash: leafHash });
    position = {
      ...position,
      tree: addLeaf(position.tree, leafHash, registerCrypto),
      lastHash: leafHash,
      lastTime: ts,
    };
    return { seq: fields.seq, leafHash };
  };

  /**
   * Entries never go back in time: while the clock is behind the newest entry they keep that entry's time beside the
   * clock's, and the register says so.
   */
  const timeOfEntry = (actor: string, clock: string): string => {
    if (clock >= position.lastTime) {
      position = { ...position, clockToldBack: false };
      return clock;
    }
    if (!position.clockToldBack) {
      write(
        'clock.set-back',
        workspaceId,
        canonicalJson({ clock, newest: position.lastTime }),
        actor,
        position.lastTime,
        clock,
      );
      position = { ...position, clockToldBack: true };
    }
    return position.lastTime;
  };

  const appendOne = (entry: NewEntry, actor = options.actor()): Appended => {
    const payload = checkedPayload(entry);
    const clock = options.clock().toISOString();
    return write(entry.kind, entry.subjectRef, payload, actor, timeOfEntry(actor, clock), clock);
  };

  const sign = (): string => {
    const origin = logOrigin(workspaceId);
    const text = checkpointText(
      { origin, size: position.tree.size, root: treeRoot(position.tree, registerCrypto), at: position.lastTime },
      registerCrypto,
    );
    return signedNote(text, origin, signer.publicKey, signer.sign(Buffer.from(text, 'utf8')), registerCrypto);
  };

  const outermost = <T>(work: () => T): T => {
    let note: string | null = null;
    const before = position;
    const result = db
      .transaction(() => {
        const value = work();
        if (position.tree.size !== before.tree.size) {
          note = sign();
          log.setCheckpoint(note);
        }
        return value;
      })
      .immediate();
    if (note !== null) options.onHead(note);
    return result;
  };

  const transaction = <T>(work: () => T): T => {
    const before = position;
    depth += 1;
    try {
      return depth === 1 ? outermost(work) : db.transaction(work)();
    } catch (error) {
      position = before;
      throw error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')
        ? storageFailure(error, options.workspaceName)
        : error;
    } finally {
      depth -= 1;
    }
  };

  return {
    append: (entry, actor) => transaction(() => appendOne(entry as NewEntry, actor)),
    appendMany: (entries, actor) => transaction(() => entries.map((entry) => appendOne(entry, actor))),
    transaction,
    checkpoint: () => log.checkpoint() ?? sign(),
  };
}

function checkedPayload(entry: NewEntry): string {
  const schema = entryKinds[entry.kind];
  if (schema === undefined) throw new Failure('INTERNAL', registerText.kindUnknown(String(entry.kind)));
  const parsed = schema.safeParse(entry.payload);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || issue.code))];
    throw new Failure('INTERNAL', registerText.fieldsRefused(entry.kind, fields));
  }
  const foreign = foreignPart(parsed.data) ?? foreignPart(entry.subjectRef, 'subjectRef');
  if (foreign !== null) throw new Failure('INTERNAL', registerText.partRefused(entry.kind, foreign));
  return canonicalJson(parsed.data);
}
