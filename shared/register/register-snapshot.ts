import type { RecordBody, RecordKind } from './record-kinds/index.ts';

/**
 * Where a version of a record stands. A draft may change; what is in review, approved or retired does not. `returned`:
 * somebody sent it back, and the draft goes on.
 */
export type VersionState = 'draft' | 'in-review' | 'returned' | 'approved' | 'retired';

/** Somebody's word on one exact version, by its hash. */
export interface Approval {
  by: string;
  at: string;
  /** SHA-256 over the stored version, lower-case hex. */
  recordSha256: string;
  /** Ed25519 over that hash, base64; `keyId` names whose. */
  signature: string;
  keyId: string;
  /** Whether somebody else than the author approved; with one operator there is nobody else, and it is said. */
  byAnother: boolean;
}

/** One version of one record. */
export interface RecordVersion<K extends RecordKind = RecordKind> {
  kind: K;
  /** Id that references use; stays the same over all versions. */
  id: string;
  /** What people call it by: `PA-014`. */
  ref: string;
  /** From 1. */
  version: number;
  state: VersionState;
  body: RecordBody<K>;
  savedAt: string;
  savedBy: string;
  /** Why this version was made; empty for a first one. */
  reason: string;
  approval: Approval | null;
  /** The newest entry of the log about it. */
  entry: number;
}

/** The register at one moment: of each record the version that holds and, where there is one, the draft beside it. */
export interface RegisterSnapshot {
  asOf: string;
  workspaceId: string;
  records: RecordVersion[];
}

/** Records of one kind; drafts are in it where nothing of the record was approved yet. */
export const recordsOf = <K extends RecordKind>(snapshot: RegisterSnapshot, kind: K): RecordVersion<K>[] =>
  snapshot.records.filter((record): record is RecordVersion<K> => record.kind === kind);
