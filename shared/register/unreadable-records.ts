import type { RecordKind } from './record-kinds/index.ts';
import type { RegisterSnapshot, UnreadableVersion } from './register-snapshot.ts';

/** Kinds whose records restrict what a dataset may be used for: while one cannot be read, nothing tells that it does not. */
export const restrictingKinds = ['activity', 'binding', 'purpose', 'compatibility', 'legitimate-interests'] as const;

/**
 * Records of these kinds that cannot be read, each once, by reference: what is retired restricts nothing any more, and
 * beside an approved version that can be read nothing else holds.
 */
export function unreadableRecords(snapshot: RegisterSnapshot, kinds: readonly RecordKind[]): UnreadableVersion[] {
  const holds = ({ kind, id }: UnreadableVersion): boolean =>
    snapshot.records.some((record) => record.kind === kind && record.id === id && record.state === 'approved');
  const found = snapshot.unreadable.filter(
    (version) => kinds.includes(version.kind) && version.state !== 'retired' && !holds(version),
  );
  const once = new Map(found.map((version) => [version.ref, version]));
  return [...once.values()].toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
}
