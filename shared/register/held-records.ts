import type { RecordKind } from './record-kinds/index.ts';
import { recordsOf, type RecordVersion, type RegisterSnapshot } from './register-snapshot.ts';

/**
 * Each record of a kind that is not retired, once: the approved version where there is one, whatever is being written
 * beside it, else the newest.
 */
export function heldRecords<K extends RecordKind>(snapshot: RegisterSnapshot, kind: K): RecordVersion<K>[] {
  const held = new Map<string, RecordVersion<K>>();
  for (const record of recordsOf(snapshot, kind)) {
    const before = held.get(record.id);
    const goesBefore =
      before === undefined ||
      (before.state !== 'approved' && (record.state === 'approved' || record.version > before.version));
    if (record.state !== 'retired' && goesBefore) held.set(record.id, record);
  }
  return [...held.values()];
}

/** The record of that kind and id that holds; undefined where a reference leads nowhere. */
export const heldRecord = <K extends RecordKind>(
  snapshot: RegisterSnapshot,
  kind: K,
  id: string | undefined,
): RecordVersion<K> | undefined => heldRecords(snapshot, kind).find((record) => record.id === id);
