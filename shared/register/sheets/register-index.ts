import type { RecordKind } from '../record-kinds/index.ts';
import type { RecordVersion, RegisterSnapshot } from '../register-snapshot.ts';

/** The records of a register by what refers to them. */
export interface RegisterIndex {
  snapshot: RegisterSnapshot;
  /** The version that holds of each record, in the order of the snapshot; a draft where nothing of it was approved. */
  of: <K extends RecordKind>(kind: K) => RecordVersion<K>[];
  /** The record that a reference names; undefined where there is none. */
  find: <K extends RecordKind>(kind: K, id: string) => RecordVersion<K> | undefined;
}

/** Which of two versions of a record holds: an approved or retired one before any other, then the newer one. */
const holds = (one: RecordVersion, other: RecordVersion): boolean => {
  const final = ({ state }: RecordVersion): boolean => state === 'approved' || state === 'retired';
  return final(one) === final(other) ? one.version > other.version : final(one);
};

export function indexRegister(snapshot: RegisterSnapshot): RegisterIndex {
  const held = new Map<string, RecordVersion>();
  for (const record of snapshot.records) {
    const key = `${record.kind}/${record.id}`;
    const known = held.get(key);
    if (known === undefined || holds(record, known)) held.set(key, record);
  }
  const byKind = new Map<RecordKind, RecordVersion[]>();
  for (const record of held.values()) byKind.set(record.kind, [...(byKind.get(record.kind) ?? []), record]);
  return {
    snapshot,
    of: <K extends RecordKind>(kind: K) => (byKind.get(kind) ?? []) as RecordVersion<K>[],
    find: <K extends RecordKind>(kind: K, id: string) => held.get(`${kind}/${id}`) as RecordVersion<K> | undefined,
  };
}
