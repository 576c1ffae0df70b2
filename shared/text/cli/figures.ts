import type { DisclosureTest, EarlierEdition, EarlierJoin } from '#shared/domain/release-figures.ts';
import type { WrittenAs } from '#shared/domain/written-as.ts';
import { earlierSentences, editionSentences, figuresText } from '../figures.ts';
import { numbered } from '../numbers.ts';

export interface ToldFigures {
  k: number;
  uniqueRows: number;
  counted: readonly string[];
  rowsOut: number;
  writtenAs: WrittenAs;
  uniqueAllColumns: number;
  relinkable: number;
  earlierReleases: EarlierJoin[] | null;
  earlierEditions?: EarlierEdition[] | undefined;
  statement: string;
  tests: readonly DisclosureTest[];
}

/** Groups of people, and rows that stand alone, as far as the lines of the file are anybody’s. */
function groupLines(told: ToldFigures): string[] {
  const { rowsOut, uniqueAllColumns: unique, relinkable } = told;
  const groups = `Smallest group ${told.k}, ${numbered(told.uniqueRows, 'unique row')}, counting ${figuresText.over(told.counted)}`;
  const alone = `Over all columns ${unique} of ${numbered(rowsOut, 'row')} unique; `;
  switch (told.writtenAs) {
    case 'noisy-counts':
      return ['No line is anybody’s row: it says how many people are in a group, give or take noise'];
    case 'drawn':
      return [
        'No row is anybody’s: there is no group to count',
        `Over all columns ${figuresText.drawnUnique(unique, rowsOut)} unique; ` +
          `${figuresText.share(relinkable)} happen to equal exactly one source row under the recipe`,
      ];
    case 'counts':
    case 'rows':
      return [groups, `${alone}${figuresText.share(relinkable)} equal exactly one source row under the recipe`];
  }
}

/**
 * What was measured of a release, a line each, for a terminal: every count with the columns it counts, every question
 * not passed with its answer.
 */
export const figureLines = (told: ToldFigures): string[] => [
  ...groupLines(told),
  ...earlierSentences(told.earlierReleases).map((sentence) => `Earlier releases: ${sentence}`),
  ...editionSentences(told.earlierEditions).map((sentence) => `Other editions: ${sentence}`),
  told.statement,
  ...told.tests
    .filter(({ result }) => result !== 'pass')
    .map(
      ({ test, result, detail }) =>
        `WP216, ${figuresText.questions[test].toLowerCase()}: ${figuresText.answers[result]}. ${detail}`,
    ),
];
