import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { isAboutPeople, specialOf } from '../compare/data-rules.ts';
import { activitiesOf, declaredOf, means, proposedFor, type Declared } from '../compare/declared.ts';
import type { ObservedColumn, ObservedDataset } from '../observed/observed.ts';
import type { RecordBody } from '../record-kinds/index.ts';
import type { RegisterSnapshot } from '../register-snapshot.ts';
import type { SpecialCategory } from '../vocabulary/lawful-bases.ts';
import type { DataCategory } from '../vocabulary/people-and-data.ts';
import { fromLog } from './from-log.ts';
import type { Proposal } from './merge-proposal.ts';
import { peopleIn } from './people-by-type.ts';

type ActivityBody = RecordBody<'activity'>;
type DataItem = Extract<NonNullable<ActivityBody['dataItems']>, { state: 'stated' }>['items'][number]['value'];

/** What the columns of a dataset ask to be stated: an item per family, and one per special kind. */
export function itemsOf(dataset: ObservedDataset): DataItem[] {
  const judged = dataset.columns.filter(({ notJudged }) => notJudged === null);
  const named = (columns: readonly ObservedColumn[]): { dataset: string; columns: string[] } => ({
    dataset: dataset.id,
    columns: columns.map(({ name }) => name),
  });
  const special = specialFlags.flatMap((flag: ColumnFlag): DataItem[] => {
    const columns = judged.filter(({ flags }) => flags.includes(flag));
    if (columns.length === 0) return [];
    return [
      flag === 'criminal'
        ? { category: 'criminal', ...named(columns) }
        : { category: 'special', special: flag as SpecialCategory, ...named(columns) },
    ];
  });
  const plain = judged.filter(
    (column) => specialOf(column).length === 0 && column.kind !== 'nothing' && column.kind !== 'untold',
  );
  const families = [...new Set(plain.map(({ kind }) => kind))] as DataCategory[];
  return [
    ...families.map((category) => ({ category, ...named(plain.filter(({ kind }) => kind === category)) })),
    ...special,
  ];
}

/** Columns of the dataset that an activity's items, whoever stated them, speak of already. */
function spokenOf(activities: readonly Declared<'activity'>[], dataset: ObservedDataset) {
  const items = activities.flatMap(({ drafted: { body } }) =>
    body.dataItems?.state === 'stated' ? body.dataItems.items.map(({ value }) => value) : [],
  );
  return (proposed: DataItem, column: string): boolean =>
    items.some(
      (item) =>
        (item.dataset === undefined || means(dataset, item.dataset)) &&
        item.category === proposed.category &&
        item.special === proposed.special &&
        (item.columns === undefined || item.columns.length === 0 || item.columns.includes(column)),
    );
}

/**
 * What an import says of an activity: the dataset, its data, whose they are and how they came. It speaks to the
 * activity that people use the dataset in, else to the draft that the log began for it, else to a new one. Nothing that
 * the activity says already is said again.
 * @param entry number of the entry of the import
 */
export function proposalsOfImport(
  snapshot: RegisterSnapshot,
  dataset: ObservedDataset,
  entry: number,
  newId: () => string,
): Proposal<'activity'>[] {
  if (!isAboutPeople(dataset)) return [];
  const all = declaredOf(snapshot, 'activity');
  const declared = activitiesOf(all, dataset);
  const begun = declared.length > 0 ? undefined : proposedFor(all, dataset);
  const activities = begun ? [begun] : declared;
  const spoken = spokenOf(activities, dataset);
  const items = itemsOf(dataset).flatMap((item) => {
    const columns = (item.columns ?? []).filter((column) => !spoken(item, column));
    return columns.length === 0 ? [] : [{ ...item, columns }];
  });
  const log = fromLog(entry);
  const people = peopleIn(dataset);
  const isNew = activities.length === 0;
  const body: ActivityBody = {
    ...(isNew ? { name: log.one(dataset.name), datasets: log.many('datasets', [dataset.id]) } : {}),
    ...(items.length === 0 ? {} : { dataItems: log.many('dataItems', items) }),
    ...(people.length === 0 ? {} : { dataSubjects: log.many('dataSubjects', people) }),
    ...(people.includes('minors') ? { includesMinors: log.one('yes') } : {}),
    ...(isNew && dataset.channel !== null
      ? { dataSources: log.many('dataSources', [{ kind: sourceOf(dataset.channel), who: dataset.channel }]) }
      : {}),
  };
  return [{ kind: 'activity', id: activities[0]?.id ?? newId(), body }];
}

/** What platforms tell of people comes from a third party; on every other channel people leave it themselves. */
export const sourceOf = (channel: string): 'subject' | 'third-party' =>
  channel === 'social-media' ? 'third-party' : 'subject';
