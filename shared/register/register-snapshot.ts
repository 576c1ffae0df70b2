import type { RecordBody, RecordKind } from './record-kinds/index.ts';

/**
 * Where a version of a record stands. A draft may change; what is in review, approved or retired does not. `returned`:
 * somebody sent it back, and the draft goes on.
 */
export type VersionState = 'draft' | 'in-review' | 'returned' | 'approved' | 'retired';

/** One generated statement: a field, or one item of a field with several values. */
export interface Statement {
  field: string;
  item: string | null;
}

/** Somebody's word on one exact version, by its hash. */
export interface Approval {
  by: string;
  at: string;
  /** SHA-256 over the stored version, lower-case hex: `RecordVersion.sha256`. */
  recordSha256: string;
  /** Ed25519 over `approvalText`, base64; `keyId` names whose. */
  signature: string;
  keyId: string;
  /** Whether somebody else than its authors approved; with one operator there is nobody else, and it is said. */
  byAnother: boolean;
  /** Generated statements that the approver takes over. */
  takenOver: Statement[];
}

/** How a version ended: sent back to its draft, or retired after it held. */
export interface Closing {
  state: 'returned' | 'retired';
  by: string;
  at: string;
  reason: string;
}

/** One version of one record, or its draft under way (`state` draft, or returned after it was sent back). */
export interface RecordVersion<K extends RecordKind = RecordKind> {
  kind: K;
  /** Id that references use; stays the same over all versions. */
  id: string;
  /** What people call it by: `PA-014`. */
  ref: string;
  /** From 1; a draft has the number that it would be sent as. */
  version: number;
  state: VersionState;
  /** What it says. Statements that its approval takes over say so. */
  body: RecordBody<K>;
  /** Fields that have an answer and are not shown to whom this is made for. */
  leftOut?: readonly string[];
  /** SHA-256 over all of it but its state, lower-case hex: what an approval signs, what an edit or an approval names. */
  sha256: string;
  savedAt: string;
  savedBy: string;
  /** Everybody who saved a part of it. */
  authors: string[];
  /** Why this version was made; empty for a first one. */
  reason: string;
  approval: Approval | null;
  closing: Closing | null;
  /** The newest entry of the log about it; null for a draft of which no entry tells yet. */
  entry: number | null;
}

/** A stored version that this program cannot read: kept as it is, shown by what can be told of it, used for nothing. */
export interface UnreadableVersion {
  unreadable: true;
  kind: RecordKind;
  id: string;
  ref: string;
  version: number;
  state: VersionState;
  /** What it seems to be called. */
  title: string;
  savedAt: string;
  savedBy: string;
  /** Of a later program, or damaged. */
  why: 'newer' | 'damaged';
}

export const isReadableVersion = (version: RecordVersion | UnreadableVersion): version is RecordVersion =>
  !('unreadable' in version);

/** The register at one moment. */
export interface RegisterSnapshot {
  asOf: string;
  workspaceId: string;
  /**
   * Of each record the version that held and, where there was one, what was in review or being written beside it. A
   * draft is there as it is now: of a past moment only what was sent is known.
   */
  records: RecordVersion[];
  /** Of those the ones that cannot be read, so that nobody takes them for absent. */
  unreadable: UnreadableVersion[];
}

/** The same with what does not hold. */
export interface WholeSnapshot extends RegisterSnapshot {
  /** Of records that were retired by then, the version that held last. */
  retired: RecordVersion[];
}

/** Versions of one kind: those that hold, and drafts beside them. */
export const recordsOf = <K extends RecordKind>(snapshot: RegisterSnapshot, kind: K): RecordVersion<K>[] =>
  snapshot.records.filter((record): record is RecordVersion<K> => record.kind === kind);
