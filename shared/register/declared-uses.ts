import { valueOf, valuesOf } from './answer.ts';
import { heldRecord, heldRecords, personsValue, personsValues } from './held-records.ts';
import type { RecordVersion, RegisterSnapshot } from './register-snapshot.ts';

/**
 * What a person declared one purpose of a dataset to be: for which columns, and why. It counts from the moment it is
 * stated, approved or not, since it only narrows what may be done; what an approved version allows is widened by an
 * approval alone, because the draft beside it holds nothing yet.
 */
export interface DeclaredUse {
  /** Id of the purpose's record. */
  purpose: string;
  /** Names of columns; null: all of them. */
  columns: readonly string[] | null;
  why: string;
  /** The activity or binding that says so. */
  by: RecordVersion<'activity'> | RecordVersion<'binding'>;
}

const ofActivity = (activity: RecordVersion<'activity'>, datasetId: string): DeclaredUse[] => {
  const { body } = activity;
  const items = personsValues(body.dataItems).filter(({ dataset }) => dataset === datasetId);
  const whole =
    personsValues(body.datasets).includes(datasetId) ||
    items.some(({ columns }) => columns === undefined || columns.length === 0);
  if (!whole && items.length === 0) return [];
  const columns = whole ? null : items.flatMap((item) => item.columns ?? []);
  const why = items.flatMap(({ necessity }) => necessity ?? []).join(' ');
  return personsValues(body.purposes).map((purpose) => ({ purpose, columns, why, by: activity }));
};

const ofBinding = (binding: RecordVersion<'binding'>, datasetId: string): DeclaredUse[] => {
  const { body } = binding;
  if (valueOf(body.dataset) !== datasetId) return [];
  const cells = personsValues(body.cells);
  const uses = cells
    .filter(({ needed }) => needed === 'yes')
    .map(({ purpose, columns, why = '' }) => ({ purpose, columns: columns ?? null, why, by: binding }));
  const named = new Set(cells.map(({ purpose }) => purpose));
  const whole = personsValues(body.purposes)
    .filter((purpose) => !named.has(purpose))
    .map((purpose) => ({ purpose, columns: null, why: '', by: binding }));
  return [...uses, ...whole];
};

/**
 * Everything that people declared a dataset to be for. A binding speaks of its columns in detail: where there is one,
 * activities that name the dataset as a whole add no columns to it.
 */
export function declaredUses(snapshot: RegisterSnapshot, datasetId: string): DeclaredUse[] {
  const bound = heldRecords(snapshot, 'binding').flatMap((record) => ofBinding(record, datasetId));
  const active = heldRecords(snapshot, 'activity').flatMap((record) => ofActivity(record, datasetId));
  const detailed = new Set(bound.map(({ purpose }) => purpose));
  return [...bound, ...active.filter(({ purpose }) => !detailed.has(purpose))];
}

/** The record of the purpose that a release names by the program's or the workspace's id. */
export const declaredPurpose = (snapshot: RegisterSnapshot, preset: string): RecordVersion<'purpose'> | undefined =>
  heldRecords(snapshot, 'purpose').find(({ body }) => personsValue(body.preset) === preset);

/** Activities that serve a purpose. */
export const activitiesFor = (snapshot: RegisterSnapshot, purpose: string): RecordVersion<'activity'>[] =>
  heldRecords(snapshot, 'activity').filter(({ body }) => valuesOf(body.purposes).includes(purpose));

/** What people call a purpose by; its id where it has no title. */
export function purposeTitle(snapshot: RegisterSnapshot, id: string): string {
  const record = heldRecord(snapshot, 'purpose', id);
  return record === undefined ? id : (valueOf(record.body.title) ?? record.ref);
}
