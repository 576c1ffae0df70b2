import type { RecordKind } from './record-kinds/index.ts';
import { recordsOf, type RecordVersion, type RegisterSnapshot } from './register-snapshot.ts';

/** Records of one kind that hold: what was retired holds no more. */
export const heldRecords = <K extends RecordKind>(snapshot: RegisterSnapshot, kind: K): RecordVersion<K>[] =>
  recordsOf(snapshot, kind).filter(({ state }) => state !== 'retired');

/** The record of that kind and id that holds; undefined where a reference leads nowhere. */
export const heldRecord = <K extends RecordKind>(
  snapshot: RegisterSnapshot,
  kind: K,
  id: string | undefined,
): RecordVersion<K> | undefined => heldRecords(snapshot, kind).find((record) => record.id === id);
