import type { AnyBody } from './any-body.ts';
import { referencesOf } from './references.ts';
import type { RecordVersion, WholeSnapshot } from './register-snapshot.ts';

const keyOf = (kind: string, id: string): string => JSON.stringify([kind, id]);

/** A register of one activity: its versions, everything that they refer to, and who keeps the register. */
export function partOfRegister(snapshot: WholeSnapshot, activity: string): WholeSnapshot {
  const all = [...snapshot.records, ...snapshot.retired];
  const byKey = new Map<string, RecordVersion[]>();
  for (const record of all) {
    const key = keyOf(record.kind, record.id);
    byKey.set(key, [...(byKey.get(key) ?? []), record]);
  }
  const reached = new Set<string>();
  const open = [keyOf('activity', activity), keyOf('organisation', 'organisation')];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    for (const { kind, body } of byKey.get(key) ?? [])
      open.push(...referencesOf(kind, body as AnyBody).map(({ to, id }) => keyOf(to, id)));
  }
  const isPart = ({ kind, id }: { kind: string; id: string }): boolean => reached.has(keyOf(kind, id));
  return {
    ...snapshot,
    records: snapshot.records.filter(isPart),
    retired: snapshot.retired.filter(isPart),
    unreadable: snapshot.unreadable.filter(isPart),
  };
}
