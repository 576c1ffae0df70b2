import type { SinceLastImport } from '#shared/contract/classify.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { DatasetRecord } from '#engine/session/dataset-session.ts';

/** How like an earlier file a dataset must be, by its column names, to count as its next edition. */
const alike = 0.6;

const names = (record: DatasetRecord): string[] => record.classification.columns.map(({ name }) => name);

/** Whether two files have (nearly) the same columns: by the share (0..1) of all names of both that stand in both. */
export function areEditions(one: readonly string[], other: readonly string[]): boolean {
  const here = new Set(one);
  const there = new Set(other);
  const both = [...here].filter((name) => there.has(name)).length;
  return both / Math.max(1, here.size + there.size - both) >= alike;
}

/**
 * The earlier datasets that this one is a later edition of, newest first. @param earlier other datasets of the
 * workspace imported before, newest first
 */
export const earlierEditions = (record: DatasetRecord, earlier: readonly DatasetRecord[]): DatasetRecord[] =>
  earlier.filter(
    (other) =>
      // A joined view holds columns of its sources and is no edition of either.
      (other.summary.join === undefined) === (record.summary.join === undefined) &&
      areEditions(names(record), names(other)),
  );

/**
 * A decision is offered again where the column is taken for the same, and where it was in doubt then and is in doubt
 * now: what somebody knew of it is not contradicted by another guess.
 */
const stillHolds = (before: Finding | undefined, now: Finding | undefined): boolean =>
  before !== undefined && now !== undefined && (before.type === now.type || (before.needsReview && now.needsReview));

/**
 * What changed against the newest earlier dataset with (nearly) the same columns: next month's file against this
 * month's. Null where there is none. `decisions` are those a person made there on columns that have none here and whose
 * suggestion is still the same, or as doubtful as it was.
 * @param earlier other datasets of the workspace imported before, newest first
 */
export function sinceLastImport(record: DatasetRecord, earlier: readonly DatasetRecord[]): SinceLastImport | null {
  const [before] = earlierEditions(record, earlier);
  if (!before) return null;
  const here = new Map(record.classification.columns.map((column) => [column.name, column]));
  const there = new Map(before.classification.columns.map((column) => [column.name, column]));
  const decided = new Set(record.decisions.map(({ column }) => column));
  return {
    datasetId: before.summary.id,
    name: before.summary.name,
    importedAt: before.summary.importedAt,
    added: [...here.keys()].filter((name) => !there.has(name)),
    removed: [...there.keys()].filter((name) => !here.has(name)),
    reclassified: [...here.values()].flatMap(({ name, type }) => {
      const old = there.get(name);
      return old && old.type !== type ? [{ column: name, from: old.type, to: type }] : [];
    }),
    decisions: before.decisions.filter(
      ({ column }) => !decided.has(column) && stillHolds(there.get(column), here.get(column)),
    ),
  };
}
