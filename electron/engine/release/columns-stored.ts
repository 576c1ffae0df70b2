import type { Finding } from '#shared/domain/finding.ts';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { ValuesOnce } from '../written-values/values-once.ts';
import type { OutputColumn, ReleaseFormat } from './formats/release-format.ts';
import { storedTypes, type StoredKind } from './formats/stored-types.ts';

/** Nobody counts with these, and whoever joins by them has them as text. */
const numbers: ReadonlySet<StoredKind['id']> = new Set(['integer', 'decimal', 'number']);

/** Whether a column names somebody or something by digits: an identifier, or a code as postal codes are. */
function isCode({ class: is, type, flags }: Finding): boolean {
  if (is === 'linked' || flags.includes('online_identifier')) return true;
  const accepts = semanticTypeById(type)?.accepts ?? [];
  return accepts.includes('code') && accepts.includes('integer') && !accepts.includes('long_text');
}

export interface ColumnsToStore {
  /** Of the texts that are written. */
  values: ValuesOnce;
  format: ReleaseFormat;
  findings: readonly Finding[];
  outputs: readonly Pick<CompiledOutput, 'name' | 'sources'>[];
  /** Physical names of columns that are only filled when they are written; they stay text. */
  deferred: ReadonlySet<string>;
}

/** The columns with what each is stored as (decision 0070). Identifiers and codes stay text whatever they look like. */
export async function columnsStored(
  columns: readonly OutputColumn[],
  { values, format, findings, outputs, deferred }: ColumnsToStore,
): Promise<OutputColumn[]> {
  if (format.stores.length === 0) return [...columns];
  const codes = new Set(findings.filter(isCode).map(({ name }) => name));
  const ofCode = new Set(
    outputs.filter(({ sources }) => sources.some((source) => codes.has(source))).map(({ name }) => name),
  );
  const types = await storedTypes(
    values,
    columns.map(({ physical }) => (deferred.has(physical) ? null : physical)),
    (at) => format.stores.filter(({ id }) => !ofCode.has(columns[at]!.name) || !numbers.has(id)),
  );
  return columns.map((column, at) => {
    const stored = types[at];
    return stored === null || stored === undefined ? column : { ...column, stored };
  });
}
