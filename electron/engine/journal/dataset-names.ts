import type { LogRepository } from '#engine/catalog/repositories/log.ts';
import type { StoredEntry } from '#shared/journal/log-entry.ts';

export function payloadFacts(payload: unknown): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(String(payload));
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** The dataset behind an entry: its subject, or the one that its payload names (a release of it, for example). */
function datasetOf({ subject_ref, payload }: StoredEntry): string[] {
  const { datasetId } = payloadFacts(payload);
  return typeof datasetId === 'string' ? [String(subject_ref), datasetId] : [String(subject_ref)];
}

/**
 * What the datasets behind these entries were called when they were imported, by dataset id: the catalogue forgets
 * them, the register does not.
 */
export function datasetNames(
  log: LogRepository,
  entries: readonly StoredEntry[],
): (entry: StoredEntry) => string | undefined {
  const ids = [...new Set(entries.flatMap(datasetOf))];
  const named = new Map(
    log.imports(ids).flatMap(({ subject_ref: id, payload }) => {
      const { name } = payloadFacts(payload);
      return typeof name === 'string' && name !== '' ? [[id, name] as const] : [];
    }),
  );
  return (entry) =>
    datasetOf(entry)
      .map((id) => named.get(id))
      .find((name) => name !== undefined);
}
