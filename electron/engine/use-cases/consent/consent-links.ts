import type { ConsentBatch, ConsentKeyKind } from '#shared/domain/consent.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { keyKindOf } from '#engine/consent/person-key.ts';

/** The column of a table by which the ledger knows its people. */
export interface ConsentLink {
  column: string;
  kind: ConsentKeyKind;
}

/**
 * By which column the ledger knows the people of a table: the one that was named for its dataset, the newest reading
 * first; else, of a table that nothing was read for, an e-mail address or a telephone number where the ledger names
 * people by such, or a column of the same name and type as one that it names people by. Null: by none.
 */
export function linkOf(
  batches: readonly ConsentBatch[],
  table: { datasetId: string | null; columns: readonly SourceColumn[]; findings: readonly Finding[] },
): ConsentLink | null {
  const newest = batches.toReversed();
  const has = (column: string): boolean => table.columns.some(({ name }) => name === column);
  const own = newest.find(({ datasetId, keyColumn }) => datasetId === table.datasetId && has(keyColumn));
  if (own !== undefined) return { column: own.keyColumn, kind: own.keyKind };
  for (const { keyColumn, keyType, keyKind } of newest) {
    const alike = table.findings.filter(({ name, type }) =>
      keyKind === 'id' ? name === keyColumn && type === keyType : keyKindOf(type) === keyKind,
    );
    if (alike.length === 1) return { column: alike[0]!.name, kind: keyKind };
  }
  return null;
}
