import { valueOf, valuesOf } from './answer.ts';
import { means, statedItems, statedValue, type NamedDataset } from './compare/declared.ts';
import { heldRecord, heldRecords } from './held-records.ts';
import { recordsOf, type RecordVersion, type RegisterSnapshot } from './register-snapshot.ts';

/**
 * What people declared one purpose of a dataset to be: for which columns, and why. What the log proposes declares
 * nothing until somebody takes it over or approves it.
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

const ofActivity = (activity: RecordVersion<'activity'>, dataset: NamedDataset): DeclaredUse[] => {
  const { body } = activity;
  const items = statedItems(activity, body.dataItems).filter((item) => means(dataset, item.dataset));
  const whole =
    statedItems(activity, body.datasets).some((word) => means(dataset, word)) ||
    items.some(({ columns }) => columns === undefined || columns.length === 0);
  if (!whole && items.length === 0) return [];
  const columns = whole ? null : items.flatMap((item) => item.columns ?? []);
  const why = items.flatMap(({ necessity }) => necessity ?? []).join(' ');
  return statedItems(activity, body.purposes).map((purpose) => ({ purpose, columns, why, by: activity }));
};

/** Bindings that are about a dataset. */
export const bindingsOf = (snapshot: RegisterSnapshot, dataset: NamedDataset): RecordVersion<'binding'>[] =>
  heldRecords(snapshot, 'binding').filter((binding) => means(dataset, statedValue(binding, binding.body.dataset)));

/** What is being written, or waits for review, beside a binding of a dataset that holds. */
export const bindingsBeside = (snapshot: RegisterSnapshot, dataset: NamedDataset): RecordVersion<'binding'>[] => {
  const held = new Map(bindingsOf(snapshot, dataset).map((binding) => [binding.id, binding.version]));
  return recordsOf(snapshot, 'binding').filter(
    ({ id, version }) => version > (held.get(id) ?? Number.POSITIVE_INFINITY),
  );
};

/** What bindings say of purposes: a word on the whole dataset takes back what was said of its purpose before. */
function wordsOf(bindings: readonly RecordVersion<'binding'>[]) {
  const all = bindings.flatMap((by) => statedItems(by, by.body.cells).map((cell) => ({ ...cell, by })));
  const from = new Map(all.flatMap(({ purpose, columns }, at) => (columns === undefined ? [[purpose, at]] : [])));
  return all.filter(({ purpose }, at) => at >= (from.get(purpose) ?? 0));
}

/** What bindings of one dataset, in their order, declare it to be for. */
export function usesOfBindings(bindings: readonly RecordVersion<'binding'>[]): DeclaredUse[] {
  const words = wordsOf(bindings);
  // A purpose that needs nothing of the dataset is one that it was not collected for.
  const without = purposesWithout(words);
  return bindings.flatMap((by) => {
    const cells = words.filter((word) => word.by === by && word.needed === 'yes');
    const uses = cells.map(({ purpose, columns, why = '' }) => ({ purpose, columns: columns ?? null, why, by }));
    // A purpose of which only is said which columns it does without is one that the dataset was collected for as a whole.
    const named = new Set([...without, ...cells.map(({ purpose }) => purpose)]);
    const whole = statedItems(by, by.body.purposes)
      .filter((purpose) => !named.has(purpose))
      .map((purpose) => ({ purpose, columns: null, why: '', by }));
    return [...uses, ...whole];
  });
}

const purposesWithout = (words: ReturnType<typeof wordsOf>): string[] =>
  words.filter(({ columns, needed }) => columns === undefined && needed === 'no').map(({ purpose }) => purpose);

/**
 * Everything that people declared a dataset to be for. A binding speaks of its columns in detail: where there is one,
 * activities that name the dataset as a whole add no columns to it.
 */
export function declaredUses(snapshot: RegisterSnapshot, dataset: NamedDataset): DeclaredUse[] {
  const bindings = bindingsOf(snapshot, dataset);
  const bound = usesOfBindings(bindings);
  const active = heldRecords(snapshot, 'activity').flatMap((record) => ofActivity(record, dataset));
  const detailed = new Set([...bound.map(({ purpose }) => purpose), ...purposesWithout(wordsOf(bindings))]);
  return [...bound, ...active.filter(({ purpose }) => !detailed.has(purpose))];
}

/** The records of the purpose that a release names by the program's or the workspace's id. */
export const declaredPurposes = (snapshot: RegisterSnapshot, preset: string): RecordVersion<'purpose'>[] =>
  heldRecords(snapshot, 'purpose').filter((purpose) => statedValue(purpose, purpose.body.preset) === preset);

/** Activities that serve a purpose. */
export const activitiesFor = (snapshot: RegisterSnapshot, purpose: string): RecordVersion<'activity'>[] =>
  heldRecords(snapshot, 'activity').filter(({ body }) => valuesOf(body.purposes).includes(purpose));

/** What people call a purpose by; its id where it has no title. */
export function purposeTitle(snapshot: RegisterSnapshot, id: string): string {
  const record = heldRecord(snapshot, 'purpose', id);
  return record === undefined ? id : (valueOf(record.body.title) ?? record.ref);
}
