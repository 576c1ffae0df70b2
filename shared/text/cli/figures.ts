import type { DisclosureTest, EarlierEdition, EarlierJoin } from '#shared/domain/release-figures.ts';
import { earlierSentences, editionSentences, figuresText } from '../figures.ts';
import { numbered } from '../numbers.ts';

export interface ToldFigures {
  k: number;
  uniqueRows: number;
  counted: readonly string[];
  rowsOut: number;
  uniqueAllColumns: number;
  relinkable: number;
  earlierReleases: EarlierJoin[] | null;
  earlierEditions?: EarlierEdition[] | undefined;
  statement: string;
  tests: readonly DisclosureTest[];
}

/**
 * What was measured of a release, a line each, for a terminal: every count with the columns it counts, every question
 * not passed with its answer.
 */
export const figureLines = (told: ToldFigures): string[] => [
  told.k === 0
    ? 'No row is anybody’s: there is no group to count'
    : `Smallest group ${told.k}, ${numbered(told.uniqueRows, 'unique row')}, counting ${figuresText.over(told.counted)}`,
  `Over all columns ${told.uniqueAllColumns} of ${numbered(told.rowsOut, 'row')} unique; ` +
    `${figuresText.share(told.relinkable)} equal exactly one source row under the recipe`,
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
