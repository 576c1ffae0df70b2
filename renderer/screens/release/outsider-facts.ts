import type { EarlierEdition, EarlierJoin } from '#shared/domain/release-figures.ts';
import { earlierSentences, editionSentences, figuresText } from '#shared/text/figures.ts';

interface OutsiderFigures {
  rowsOut: number;
  uniqueAllColumns: number;
  relinkable: number;
  earlierReleases: EarlierJoin[] | null;
  earlierEditions?: EarlierEdition[] | undefined;
}

/** What somebody finds who has all columns, the source or an earlier release, as label and value. */
export const outsiderFacts = ({
  rowsOut,
  uniqueAllColumns,
  relinkable,
  earlierReleases,
  earlierEditions,
}: OutsiderFigures): { label: string; value: string }[] => [
  { label: figuresText.allColumns, value: figuresText.uniqueOf(uniqueAllColumns, rowsOut) },
  { label: figuresText.relinkable, value: figuresText.share(relinkable) },
  { label: figuresText.earlier, value: earlierSentences(earlierReleases).join('; ') },
  ...editionSentences(earlierEditions).map((value) => ({ label: figuresText.editions, value })),
];
