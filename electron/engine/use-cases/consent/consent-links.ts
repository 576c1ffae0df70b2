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
 * By which columns the ledger knows the people of a table: those that were named for its dataset, the newest reading
 * first; and a column by which it names people elsewhere: the only e-mail address or telephone number, or the column of
 * the same name and type.
 */
export function linksOf(
  batches: readonly ConsentBatch[],
  table: { datasetId: string | null; columns: readonly SourceColumn[]; findings: readonly Finding[] },
): ConsentLink[] {
  const found = new Map<string, ConsentLink>();
  const newest = batches.toReversed();
  const has = (column: string): boolean => table.columns.some(({ name }) => name === column);
  for (const { datasetId, keyColumn: column, keyKind: kind } of newest)
    if (datasetId === table.datasetId && has(column)) found.set(column, found.get(column) ?? { column, kind });
  for (const { keyColumn, keyType, keyKind: kind } of newest) {
    const alike = table.findings.filter(({ name, type }) =>
      kind === 'id' ? name === keyColumn && type === keyType : keyKindOf(type) === kind,
    );
    const [only] = alike;
    if (alike.length === 1 && only !== undefined && has(only.name) && !found.has(only.name))
      found.set(only.name, { column: only.name, kind });
  }
  return [...found.values()];
}
