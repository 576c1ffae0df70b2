import type { ComparedWay, OfferedWay } from '../domain/compared-way.ts';
import { count, percent } from './numbers.ts';

/** What the ways of making a release are called, and what each is good for. */
export const waysText = {
  names: {
    narrow: 'narrow',
    counts: 'counts',
    levels: 'levels',
    wide: 'wide',
    synthetic: 'synthetic',
    pseudonymised: 'pseudonymised',
  } satisfies Record<OfferedWay, string>,
  what: {
    narrow: 'One table of the columns the purpose needs most, each as coarse as it has to be.',
    counts: 'The same table as counts: each combination once, with how many people have it.',
    levels: 'As many columns as go together, one level of detail for each.',
    wide: 'Every column and every row; people in groups that read alike, each cell with the values of its group.',
    synthetic: 'Every column; rows drawn from noisy counts, so that none is anybody’s.',
    pseudonymised: 'Every column the purpose needs; identifiers hashed under a key. Still personal data.',
  } satisfies Record<OfferedWay, string>,
  heads: ['way', 'called', 'rows out', 'columns', 'detail kept', 'k', 'alone over all', 'equal one source row'],
  row: (way: ComparedWay): string[] => [
    waysText.names[way.way],
    way.label ?? 'no recipe',
    way.rowsOut === null || way.rowsIn === null ? '' : `${count(way.rowsOut)} of ${count(way.rowsIn)}`,
    way.columns === null ? '' : count(way.columns),
    way.detail === null ? '' : percent(way.detail),
    way.k === null ? '–' : count(way.k),
    way.uniqueAllColumns === null ? '' : count(way.uniqueAllColumns),
    way.relinkable === null ? '' : percent(way.relinkable),
  ],
  why: (way: OfferedWay, sentence: string) => `${waysText.names[way]}: ${sentence}`,
};
