import type { EarlierEdition, EarlierJoin } from '#shared/domain/release-figures.ts';
import { aloneFigures } from '#shared/certificate/alone-figures.ts';
import type { WrittenAs } from '#shared/domain/written-as.ts';
import { count } from '#shared/text/numbers.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import type { Assessment } from '#shared/contract/recipes.ts';
import { earlierSentences, editionSentences, figuresText } from '#shared/text/figures.ts';

interface OutsiderFigures {
  rowsOut: number;
  uniqueAllColumns: number;
  relinkable: number;
  earlierReleases: EarlierJoin[] | null;
  earlierEditions?: EarlierEdition[] | undefined;
}

/** What somebody finds who has all columns, the source or an earlier release, as label and value. */
export const outsiderFacts = (
  as: WrittenAs,
  { earlierReleases, earlierEditions, ...figures }: OutsiderFigures,
): { label: string; value: string }[] => [
  ...aloneFigures(as, figures).map(([label, value]) => ({ label, value })),
  { label: figuresText.earlier, value: earlierSentences(earlierReleases).join('; ') },
  ...editionSentences(earlierEditions).map((value) => ({ label: figuresText.editions, value })),
];

/** Rows and the groups that look alike, before anything is written, as label and value; of nobody's rows there is no group. */
export function groupFacts(
  as: WrittenAs,
  assessment: Assessment,
): { label: string; value: string; numeric?: boolean }[] {
  const { rowsOut, rowsIn, k, uniqueRows, counted } = assessment;
  if (as === 'noisy-counts' || as === 'drawn')
    return [
      { label: text.facts.rows, value: figuresText.written(as, { lines: rowsOut, rowsOut, rowsIn }) },
      { label: text.facts.k, value: figuresText.smallest(0) },
    ];
  return [
    { label: text.facts.rows, value: text.ofRows(rowsOut, rowsIn) },
    { label: text.facts.k, value: count(k), numeric: true },
    { label: text.facts.unique, value: figuresText.uniqueOf(uniqueRows, rowsOut) },
    { label: text.facts.over, value: figuresText.over(counted) },
  ];
}
