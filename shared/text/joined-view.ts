import type { JoinMatch, JoinRelation, JoinRisk, JoinRows, PeopleRange } from '#shared/domain/joined-view.ts';
import { count, percent } from './numbers.ts';

const standings: Readonly<Record<string, string>> = {
  expired: 'whose consent has expired',
  pending: 'who were asked and did not answer yet',
  withdrawn: 'who took consent back',
  refused: 'who refused',
  unknown: 'of whom no consent is known',
};

const mostRows = 'most rows of one person';

/** Who is where. */
const peopleRows = ({ left, right, both }: JoinMatch): [string, string, string][] => [
  ['dataset', left.name, right.name],
  ['key', left.column, right.column],
  ['rows', count(left.rows), count(right.rows)],
  ['people', count(left.people), count(right.people)],
  ['in both', joinedViewText.range(both), joinedViewText.range(both)],
  ['share in both', joinedViewText.share(left.matchRate), joinedViewText.share(right.matchRate)],
  ['only here', joinedViewText.range(left.only), joinedViewText.range(right.only)],
];

/** What may be wrong with a key, or be otherwise than one thinks. */
const keyRows = ({ left, right }: JoinMatch): [string, string, string][] => [
  ['people with several rows', count(left.repeated), count(right.repeated)],
  [mostRows, count(left.mostRows), count(right.mostRows)],
  ['keys spelled in several ways', count(left.respelled), count(right.respelled)],
  ['rows without a key', count(left.emptyKeys), count(right.emptyKeys)],
  ['rows with an unreadable key', count(left.unreadableKeys), count(right.unreadableKeys)],
];

/** Figures of a join that the window and the command line say alike. */
export const joinedViewText = {
  /** "4,536", "1 to 9": few are not counted exactly. */
  range: ({ least, most }: PeopleRange): string =>
    least === most ? count(least) : `${count(least)} to ${count(most)}`,
  share: ({ least, most }: PeopleRange): string =>
    least === most ? percent(least) : `${percent(least)} to ${percent(most)}`,
  relations: {
    'one-to-one': 'one row per person in both',
    'one-to-many': 'one row per person on the left, several on the right',
    'many-to-one': 'several rows per person on the left, one on the right',
    'many-to-many': 'several rows per person on both sides',
  } satisfies Record<JoinRelation, string>,
  rows: {
    both: 'People in both datasets',
    left: 'Everybody in the left dataset',
    all: 'Everybody in either dataset',
  } satisfies Record<JoinRows, string>,
  sideHeads: ['', 'left', 'right'],
  /** @param which of what may be wrong with a key, `worth telling` leaves out what is not the case */
  sideRows: (match: JoinMatch, which: 'all' | 'worth telling' = 'all'): [string, string, string][] => {
    const nothing = (name: string): string => (name === mostRows ? '1' : '0');
    const worth = keyRows(match).filter(([name, ...cells]) => cells.some((cell) => cell !== nothing(name)));
    return [...peopleRows(match), ...(which === 'all' ? keyRows(match) : worth)];
  },
  riskHeadsOf: (left: string, right: string) => ['alone, of people', left, right, 'joined', 'only after the join'],
  riskRow: (name: string, { left, right, joined, onlyAfter }: JoinRisk): string[] => [
    name,
    ...[left, right, joined].map(({ unique, people }) => `${count(unique)} of ${count(people)}`),
    count(onlyAfter),
  ],
  standing: (standing: string): string => standings[standing] ?? standing,
  overAll: 'by all columns',
  overNamed: 'by the named columns',
  overLinkable: 'by linkable columns',
  worst: ({ worst }: JoinRisk): string =>
    worst
      .slice(0, 5)
      .map(({ column, people }) => `“${column}” ${count(people)}`)
      .join(', '),
};
