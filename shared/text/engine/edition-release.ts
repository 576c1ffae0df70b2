import type { EarlierEdition } from '#shared/domain/release-figures.ts';
import { firstNames, shortName } from '../names.ts';
import { count, counted, listed, percent } from '../numbers.ts';

const people = (value: number): string => counted(value, 'person', 'people');
const groups = (value: number): string => counted(value, 'group');

/** "2 who left and 1 who joined". */
const whoTheyAre = ({ left, joined, changed }: NonNullable<EarlierEdition['pointedAt']>): string =>
  listed([
    ...(left === 0 ? [] : [`${count(left)} who left`]),
    ...(joined === 0 ? [] : [`${count(joined)} who joined`]),
    ...(changed === 0 ? [] : [`${count(changed)} whose values changed`]),
  ]);

/** How people were followed from one to the other. */
const followed = ({ followedBy }: EarlierEdition): string =>
  followedBy === null ? 'by rows that read the same' : `by ${shortName(followedBy)}`;

/** What a release and one of another edition tell together. */
function told(edition: EarlierEdition): string {
  const { output, columns, joined, pointedAt, why } = edition;
  if (pointedAt === null) return `${shortName(output)}, of another edition: not compared, ${why}`;
  const rows =
    joined === null || joined === 0
      ? 'no row agrees with exactly one row of its own person there'
      : `${percent(joined)} of the rows agree with exactly one row of their own person there`;
  if (columns.length === 0)
    return `${shortName(output)}, of another edition of the same people: no counted column in common that reads alike; ${rows}`;
  const changes =
    pointedAt.people === 0
      ? `no group of ${firstNames(columns)} points at anybody by its change`
      : `${people(pointedAt.people)} (${whoTheyAre(pointedAt)}) pointed at by ${groups(pointedAt.groups)} of ` +
        `${firstNames(columns)} that changed by fewer than ${count(pointedAt.k)}`;
  return `${shortName(output)}, of another edition of the same people (followed ${followed(edition)}): ${changes}; ${rows}`;
}

/** The worst first: who is pointed at, then what could not be told. */
const weight = ({ pointedAt, joined }: EarlierEdition): number =>
  pointedAt === null ? 0.5 : pointedAt.people + (joined ?? 0);
const mostTold = 3;

/** Whom a release and one of another edition point at together, and what to do. */
function inTheWay(edition: EarlierEdition): string {
  const { output, columns, joined, pointedAt } = edition;
  const rows =
    joined === null || joined === 0
      ? ''
      : `${percent(joined)} of the rows agree with exactly one row of the earlier release ${shortName(output)}, and it is ` +
        'of the same person: drop or generalise the columns that both have. ';
  const changes =
    pointedAt === null || pointedAt.people === 0
      ? ''
      : `Whoever also has the earlier release ${shortName(output)} takes one from the other: ` +
        `${groups(pointedAt.groups)} of ${firstNames(columns)} changed by fewer than ${count(pointedAt.k)} people with ` +
        `nobody in their place, and so ${pointedAt.groups === 1 ? 'points' : 'point'} at ${people(pointedAt.people)} ` +
        `(${whoTheyAre(pointedAt)}). Make these columns coarser or drop one, leave out the rows of these groups, or ` +
        'release again when more have come and gone.';
  return `${rows}${changes}`.trim();
}

/** Sentences of releases of other editions of the same people. */
export const editionReleaseText = {
  noCertificate: 'its certificate is not in the workspace any more',
  otherRecipe: 'its recipe does not run on its own edition any more',
  drawn: 'rows or counts that are drawn with noise are nobody’s',
  sampled: 'a row that is not in a sample does not say that somebody left',
  grouped: 'rows that are grouped by all columns together read otherwise in each edition',
  nobodyFollowed:
    'fewer than half of the people of the smaller one are in the other, or no column says who is who in both',
  gone: 'the file that it was made from is not in the workspace, so who was in it is not known here',
  one: told,
  all: (editions: readonly EarlierEdition[]): string => {
    const worst = editions.toSorted((one, other) => weight(other) - weight(one));
    const more = worst.length - mostTold;
    return [
      ...worst.slice(0, mostTold).map((edition) => `Beside ${told(edition)}.`),
      ...(more > 0 ? [`Of ${counted(more, 'more release')} of other editions none points at more people.`] : []),
    ].join(' ');
  },
  /** What is in the way of the word, and what to do; the worst first. */
  missing: (pointing: readonly EarlierEdition[]): string[] => {
    const worst = pointing.toSorted((one, other) => weight(other) - weight(one));
    const more = worst.length - mostTold;
    return [
      ...worst.slice(0, mostTold).map(inTheWay),
      ...(more > 0 ? [`So do ${counted(more, 'more release')} of other editions, none with more people.`] : []),
    ];
  },
};
