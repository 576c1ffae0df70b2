import type { RecordKind } from '../record-kinds/index.ts';
import type { RecordVersion, WholeSnapshot } from '../register-snapshot.ts';

/** The records of a register by what refers to them. */
export interface RegisterIndex {
  snapshot: WholeSnapshot;
  /** The version that holds of each record, in the order of the snapshot; one in review or a draft where none held. */
  of: <K extends RecordKind>(kind: K) => RecordVersion<K>[];
  /** The record that a reference names, also one that was retired; undefined where there is none. */
  find: <K extends RecordKind>(kind: K, id: string) => RecordVersion<K> | undefined;
}

/** Which of two versions of a record is gone by: an approved one before any other, then the newer one. */
export const goesBefore = (
  one: Pick<RecordVersion, 'state' | 'version'>,
  other: Pick<RecordVersion, 'state' | 'version'>,
): boolean => {
  const isHeld = one.state === 'approved';
  return isHeld === (other.state === 'approved') ? one.version > other.version : isHeld;
};

const keyOf = ({ kind, id }: RecordVersion): string => `${kind}/${id}`;

/** Of each record the version that people go by. */
export function versionsThatHold(records: readonly RecordVersion[]): RecordVersion[] {
  const held = new Map<string, RecordVersion>();
  for (const record of records) {
    const known = held.get(keyOf(record));
    if (known === undefined || goesBefore(record, known)) held.set(keyOf(record), record);
  }
  return [...held.values()];
}

export function indexRegister(snapshot: WholeSnapshot): RegisterIndex {
  const held = versionsThatHold(snapshot.records);
  const byKind = new Map<RecordKind, RecordVersion[]>();
  for (const record of held) {
    const known = byKind.get(record.kind);
    if (known === undefined) byKind.set(record.kind, [record]);
    else known.push(record);
  }
  const byId = new Map([...snapshot.retired, ...held].map((one) => [keyOf(one), one]));
  return {
    snapshot,
    of: <K extends RecordKind>(kind: K) => (byKind.get(kind) ?? []) as RecordVersion<K>[],
    find: <K extends RecordKind>(kind: K, id: string) => byId.get(`${kind}/${id}`) as RecordVersion<K> | undefined,
  };
}
