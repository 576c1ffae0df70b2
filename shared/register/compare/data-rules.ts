import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { isPersonal, isTold } from '../observed/observe-column.ts';
import type { ObservedColumn, ObservedDataset } from '../observed/observed.ts';
import type { RecordBody } from '../record-kinds/index.ts';
import type { DataCategory } from '../vocabulary/people-and-data.ts';
import { means, placeOf, proposedItems, statedItems, statedValue, type Declared } from './declared.ts';
import type { Difference } from './difference.ts';
import { named, type CompareRule, type OfDataset } from './of-dataset.ts';

type Answered = RecordBody<'activity'>['dataItems'];
type DataItem = Extract<NonNullable<Answered>, { state: 'stated' }>['items'][number]['value'];

/** Whether an item of the register speaks of a column of a dataset. */
const speaksOf = (item: DataItem, dataset: ObservedDataset, column: string): boolean =>
  (item.dataset === undefined || means(dataset, item.dataset)) &&
  (item.columns === undefined || item.columns.length === 0 || item.columns.includes(column));

const namesColumn = (item: DataItem, column: string): boolean => item.columns?.includes(column) ?? false;

/** Criminal offences have a family of their own; the other special kinds are told beside a family. */
const tells = (item: DataItem, special: ColumnFlag): boolean =>
  special === 'criminal' ? item.category === 'criminal' : item.special === special;

/** Said by people, or by the log in a draft that nobody has taken over. */
const itemsOf = ({ activities }: OfDataset, by: 'people' | 'log'): DataItem[] =>
  activities.flatMap(({ holds, drafted }) =>
    by === 'people' ? statedItems(holds, holds.body.dataItems) : proposedItems(drafted, drafted.body.dataItems),
  );

/** Special categories and criminal offences that a column holds. */
export const specialOf = ({ flags }: ObservedColumn): ColumnFlag[] =>
  flags.filter((flag) => specialFlags.includes(flag));

/** Whether the items tell a column's special kind. */
const toldSpecial = (items: readonly DataItem[], of: OfDataset, column: ObservedColumn, flag: ColumnFlag): boolean =>
  items.some((item) => tells(item, flag) && speaksOf(item, of.dataset, column.name)) ||
  (flag === 'criminal' && of.activities.some(({ holds }) => statedValue(holds, holds.body.criminalData) === 'yes'));

/** Whether the items tell a column's family, or name the column under whatever family a person chose. */
function toldKind(items: readonly DataItem[], { dataset }: OfDataset, column: ObservedColumn): boolean {
  return items.some(
    (item) =>
      speaksOf(item, dataset, column.name) &&
      (item.category === column.kind ||
        namesColumn(item, column.name) ||
        specialOf(column).some((f) => tells(item, f))),
  );
}

/** Columns that say nothing of a person by themselves, and those that nobody could judge, ask for no statement. */
const asksForFamily = (column: ObservedColumn): boolean =>
  column.notJudged === null && column.kind !== 'nothing' && column.kind !== 'untold';

const first = (of: OfDataset): Declared<'activity'> => of.activities[0]!;

function common(of: OfDataset, rule: string, about: string, columns: readonly string[]) {
  return {
    id: `${rule}:${of.dataset.id}:${about}`,
    dataset: named(of.dataset),
    columns,
    place: placeOf(first(of), 'dataItems'),
    entry: of.dataset.columnsEntry,
  };
}

/** Columns of a special category (GDPR Art. 9(1)) or of criminal offences (Art. 10) that no item of the register tells. */
export const specialRule: CompareRule = (of) => {
  const [said, proposed] = [itemsOf(of, 'people'), itemsOf(of, 'log')];
  return {
    differences: specialFlags.flatMap((special): Difference[] => {
      const columns = of.dataset.columns.filter(
        (column) => isTold(column) && column.flags.includes(special) && !toldSpecial(said, of, column, special),
      );
      if (columns.length === 0) return [];
      const draft = columns.every((column) =>
        proposed.some((item) => tells(item, special) && speaksOf(item, of.dataset, column.name)),
      );
      const rule = 'special-undeclared';
      return [
        {
          ...common(
            of,
            rule,
            special,
            columns.map(({ name }) => name),
          ),
          rule,
          detail: { special },
          proposed: draft,
        },
      ];
    }),
  };
};

/** Whether its special kind is a difference of its own, which settles the column. */
const isSpecialGap = (said: readonly DataItem[], of: OfDataset, column: ObservedColumn): boolean =>
  specialOf(column).some((flag) => !toldSpecial(said, of, column, flag));

const identifierGap = (said: readonly DataItem[], of: OfDataset, column: ObservedColumn): boolean =>
  column.identifier !== null && isTold(column) && !isSpecialGap(said, of, column) && !toldKind(said, of, column);

/** Columns that point at a person, household or device and that no item of the register covers. */
export const identifierRule: CompareRule = (of) => {
  const [said, proposed] = [itemsOf(of, 'people'), itemsOf(of, 'log')];
  return {
    differences: of.dataset.columns
      .filter((column) => identifierGap(said, of, column))
      .map((column): Difference => ({
        ...common(of, 'identifier-undeclared', column.name, [column.name]),
        rule: 'identifier-undeclared',
        detail: { identifier: column.identifier! },
        proposed: toldKind(proposed, of, column),
      })),
  };
};

/** Families of data that the columns show and the register does not name; identifiers are told one by one. */
export const categoryRule: CompareRule = (of) => {
  const [said, proposed] = [itemsOf(of, 'people'), itemsOf(of, 'log')];
  const missing = of.dataset.columns.filter(
    (column) =>
      asksForFamily(column) &&
      !identifierGap(said, of, column) &&
      !isSpecialGap(said, of, column) &&
      !toldKind(said, of, column),
  );
  const families = [...new Set(missing.map(({ kind }) => kind))] as DataCategory[];
  return {
    differences: families.map((category): Difference => {
      const columns = missing.filter(({ kind }) => kind === category);
      return {
        ...common(
          of,
          'category-undeclared',
          category,
          columns.map(({ name }) => name),
        ),
        rule: 'category-undeclared',
        detail: { category },
        proposed: columns.every((column) => toldKind(proposed, of, column)),
      };
    }),
  };
};

/** People under age among the rows, of whom no activity of the dataset speaks. */
export const minorsRule: CompareRule = (of) => {
  const columns = of.dataset.columns.filter(({ flags }) => flags.includes('minor_age'));
  const told = of.activities.some(
    ({ holds }) =>
      statedValue(holds, holds.body.includesMinors) === 'yes' ||
      statedItems(holds, holds.body.dataSubjects).includes('minors'),
  );
  if (columns.length === 0 || told) return {};
  const rule = 'minors-undeclared';
  const place = placeOf(first(of), 'includesMinors');
  const names = columns.map(({ name }) => name);
  const draft = of.activities.some(({ drafted: { body } }) => {
    const { includesMinors } = body;
    return includesMinors?.state === 'stated' && includesMinors.origin.from === 'log' && includesMinors.value === 'yes';
  });
  return {
    differences: [{ ...common(of, rule, 'minors', names), place, rule, detail: {}, proposed: draft }],
  };
};

/** What could not be judged: a guess that may be wrong, or nothing known at all. */
export const columnsNotJudged: CompareRule = ({ dataset }) => ({
  notJudged: (['unknown', 'named-only', 'doubtful'] as const).flatMap((why) => {
    const columns = dataset.columns.filter(({ notJudged }) => notJudged === why).map(({ name }) => name);
    return columns.length === 0 ? [] : [{ what: 'columns' as const, why, columns, dataset: named(dataset) }];
  }),
});

/** Whether a dataset holds data about people at all. */
export const isAboutPeople = ({ columns }: ObservedDataset): boolean => columns.some(isPersonal);
