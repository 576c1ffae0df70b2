import type { Referrer } from '#shared/contract/records.ts';
import type { AnyBody } from '#shared/register/any-body.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { isReadableVersion } from '#shared/register/register-snapshot.ts';
import { referencesOf } from '#shared/register/references.ts';
import type { StoredRecord } from '#engine/catalog/repositories/records.ts';
import { holdingOf, inReviewOf, titleOf, type RecordSource } from './stored-record.ts';

/**
 * Other records that name this one now: in the version that holds, in the one in review or in the draft. Each field
 * once.
 */
export function referrersOf(
  { catalog }: RecordSource,
  named: { kind: RecordKind; id: string },
  all: readonly StoredRecord[] = catalog.records.list(),
): Referrer[] {
  const found = all
    .filter(({ kind, id }) => kind !== named.kind || id !== named.id)
    .flatMap((record) =>
      [holdingOf(record), inReviewOf(record), record.draft].flatMap((version): Referrer[] => {
        if (version === null || !isReadableVersion(version)) return [];
        const { kind, id, ref } = record;
        return referencesOf(kind, version.body as AnyBody)
          .filter((reference) => reference.to === named.kind && reference.id === named.id)
          .map(({ field }) => ({ kind, id, ref, title: titleOf(version), field }));
      }),
    );
  const key = ({ kind, id, field }: Referrer): string => JSON.stringify([kind, id, field]);
  return found.filter((one, at) => found.findIndex((other) => key(other) === key(one)) === at);
}
