import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { isTold } from '../observed/observe-column.ts';
import type { ObservedColumn } from '../observed/observed.ts';
import { placeOf, proposedItems, statedItems, statedValue, type Declared } from './declared.ts';
import type { Difference } from './difference.ts';
import { specialOf } from './data-rules.ts';
import { named, type CompareRule, type OfDataset } from './of-dataset.ts';

const isController = ({ holds }: Declared<'activity'>): boolean => statedValue(holds, holds.body.role) !== 'processor';

/** The records of the purposes that people gave an activity. */
const purposesOf = ({ register }: OfDataset, { holds }: Declared<'activity'>): Declared<'purpose'>[] => {
  const ids = statedItems(holds, holds.body.purposes);
  return register.purposes.filter(({ id }) => ids.includes(id));
};

const titleOf = ({ holds, ref }: Declared<'purpose'>): string => statedValue(holds, holds.body.title) ?? ref;

/** Activities of a controller without any purpose (GDPR Art. 30(1)(b)). */
export const purposeMissingRule: CompareRule = (of) => ({
  differences: of.activities
    .filter((activity) => isController(activity) && purposesOf(of, activity).length === 0)
    .map((activity): Difference => ({
      id: `purpose-missing:${activity.id}`,
      rule: 'purpose-missing',
      dataset: named(of.dataset),
      columns: [],
      place: placeOf(activity, 'purposes'),
      entry: of.dataset.entry,
      proposed: proposedItems(activity.drafted, activity.drafted.body.purposes).length > 0,
      detail: { activity: activity.ref },
    })),
});

/** Releases for a purpose that no activity of their dataset has; one difference per purpose, by its newest release. */
export const purposeUndeclaredRule: CompareRule = (of) => {
  const has = (purpose: Declared<'purpose'>, wanted: string): boolean =>
    statedValue(purpose.drafted, purpose.drafted.body.preset) === wanted ||
    statedValue(purpose.holds, purpose.holds.body.preset) === wanted ||
    purpose.id === wanted;
  const processors = of.activities.every((activity) => !isController(activity));
  if (processors) return {};
  const newest = new Map(of.releases.map((release) => [release.purpose, release]));
  return {
    differences: [...newest.values()]
      .filter(({ purpose }) => !of.activities.some((one) => purposesOf(of, one).some((each) => has(each, purpose))))
      .map((release): Difference => ({
        id: `purpose-undeclared:${of.dataset.id}:${release.purpose}`,
        rule: 'purpose-undeclared',
        dataset: named(of.dataset),
        columns: [],
        place: placeOf(of.activities[0]!, 'purposes'),
        entry: release.entry,
        proposed: isProposed(of, release.purpose),
        detail: { purpose: release.purposeTitle, releaseId: release.id, fileName: release.fileName },
      })),
  };
};

/** Whether a draft has the purpose from the log. */
function isProposed({ activities, register }: OfDataset, wanted: string): boolean {
  const proposed = activities.flatMap(({ drafted }) => proposedItems(drafted, drafted.body.purposes));
  return register.purposes.some(({ id, drafted }) => {
    const { preset } = drafted.body;
    return proposed.includes(id) && preset?.state === 'stated' && preset.value === wanted;
  });
}

const inUse = (of: OfDataset): Declared<'purpose'>[] => [
  ...new Map(
    of.activities
      .filter(isController)
      .flatMap((activity) => purposesOf(of, activity))
      .map((purpose) => [purpose.id, purpose]),
  ).values(),
];

/** Purposes in use without a lawful basis (GDPR Art. 6(1)). */
export const basisRule: CompareRule = (of) => ({
  differences: inUse(of)
    .filter(({ holds }) => statedValue(holds, holds.body.basis) === undefined)
    .map((purpose): Difference => ({
      id: `basis-missing:${purpose.id}`,
      rule: 'basis-missing',
      dataset: named(of.dataset),
      columns: [],
      place: placeOf(purpose, 'basis'),
      entry: of.dataset.entry,
      proposed: false,
      detail: { purpose: titleOf(purpose) },
    })),
});

/** Special categories by their columns; criminal offences need an authority of their own (GDPR Art. 10). */
function sensitive(columns: readonly ObservedColumn[]): { special: ColumnFlag[]; columns: string[] } {
  const judged = columns.filter((column) => isTold(column) && specialOf(column).length > 0);
  return {
    special: [...new Set(judged.flatMap(specialOf))],
    columns: judged.map(({ name }) => name),
  };
}

/** Purposes that special categories are processed for without a condition of GDPR Art. 9(2), or an authority by Art. 10. */
export const conditionRule: CompareRule = (of) => {
  const { special, columns } = sensitive(of.dataset.columns);
  if (special.length === 0) return {};
  return {
    differences: inUse(of).flatMap((purpose): Difference[] => {
      const { body } = purpose.holds;
      const lacking = special.filter((flag) =>
        flag === 'criminal'
          ? statedValue(purpose.holds, body.art10Authority) === undefined
          : statedItems(purpose.holds, body.art9Conditions).length === 0,
      );
      if (lacking.length === 0) return [];
      return [
        {
          id: `condition-missing:${purpose.id}`,
          rule: 'condition-missing',
          dataset: named(of.dataset),
          columns,
          place: placeOf(purpose, lacking.every((flag) => flag === 'criminal') ? 'art10Authority' : 'art9Conditions'),
          entry: of.dataset.columnsEntry,
          proposed: false,
          detail: { purpose: titleOf(purpose), special: lacking },
        },
      ];
    }),
  };
};
