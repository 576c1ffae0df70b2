import type { DisclosureTest, EarlierEdition, EarlierJoin } from '#shared/domain/release-figures.ts';
import type { WrittenAs } from '#shared/domain/written-as.ts';
import { editionReleaseText } from './engine/edition-release.ts';
import { shortName } from './names.ts';
import { count, counted, listed, percent } from './numbers.ts';

/** A release can count hundreds of columns; so many are read. */
const shown = 12;

/** “a”, “b” and 4 more. */
const some = (names: readonly string[]): string =>
  listed([
    ...names.slice(0, shown).map(shortName),
    ...(names.length > shown ? [`${count(names.length - shown)} more`] : []),
  ]);

/** “a”, “b”, “c” and 9 more: where a line is all there is room for and the whole list stands beside it. */
const few = (names: readonly string[]): string =>
  names.length <= 4
    ? listed(names.map(shortName))
    : listed([...names.slice(0, 3).map(shortName), `${count(names.length - 3)} more`]);

/** A share that only prints 0 % or 100 % where it is exactly that, with a decimal below ten percent. */
const exactly = (share: number): string =>
  share > 0.005 && share < 0.1 ? `${(share * 100).toFixed(1)} %` : percent(share);

/** The figures of an output, in the same words in the window, on the command line and in the certificate. */
export const figuresText = {
  /** Which columns k and the unique rows beside it count. */
  over: (columns: readonly string[]) => (columns.length === 0 ? 'no column' : some(columns)),
  /** The same in one line. */
  overFew: (columns: readonly string[]) => (columns.length === 0 ? 'no column' : few(columns)),
  /** The smallest group; 0 where rows are drawn, so that nobody stands behind one. */
  smallest: (k: number) => (k === 0 ? 'nobody’s rows' : count(k)),
  allColumns: 'Unique over all columns',
  /** How much was written of how much, in what the lines of the file are. */
  written: (as: WrittenAs, { lines, rowsOut, rowsIn }: { lines: number; rowsOut: number; rowsIn: number }) => {
    switch (as) {
      case 'rows':
        return `${count(rowsOut)} of ${counted(rowsIn, 'row')}`;
      case 'counts':
        return `${counted(lines, 'group')} with how many are in each, ${count(rowsOut)} of ${counted(rowsIn, 'row')}`;
      case 'noisy-counts':
        return `${counted(lines, 'group')} with how many are in each, give or take noise, counted over ${counted(rowsIn, 'row')}`;
      case 'drawn':
        return `${counted(rowsOut, 'drawn row')}, nobody’s; counted over ${counted(rowsIn, 'row')}`;
    }
  },
  drawnUnique: (unique: number, rows: number) => `${count(unique)} of ${counted(rows, 'drawn row')}`,
  drawnAlike: 'Happens to equal exactly one source row',
  uniqueOf: (unique: number, rows: number) => `${count(unique)} of ${counted(rows, 'row')}`,
  relinkable: 'Equal to exactly one source row',
  relinkableHelp:
    'Share of the rows that equal exactly one row of the source once the recipe is applied to it: whoever has the ' +
    'source finds whose row it is.',
  share: exactly,
  earlier: 'Joins an earlier release',
  editions: 'Beside releases of other editions',
  earlierUnknown: 'not measured: no register and no certificate beside the output tells of any',
  earlierNone: 'none of this source is known',
  earlierOne: ({ output, joined, columns, why }: EarlierJoin) => {
    if (joined === null) return `${shortName(output)}: not measured, ${why}`;
    return columns.length === 0
      ? `${shortName(output)}: nothing to join it by, since no column reads alike in the rows of both or the rows of one are drawn`
      : `${shortName(output)}: ${exactly(joined)} of the rows join exactly one of its rows, over ${some(columns)}`;
  },
  questions: { 'singling-out': 'Singling out', linkability: 'Linking', inference: 'Inference' } satisfies Record<
    DisclosureTest['test'],
    string
  >,
  answers: { pass: 'passed', fail: 'failed', 'not-assessed': 'not assessed' } satisfies Record<
    DisclosureTest['result'],
    string
  >,
};

/** What a release is called, and in the same breath what nobody measured of it. */
export function calledWith(label: string, earlier: readonly EarlierJoin[] | null): string {
  if (earlier === null)
    return `${label}; not measured: whether its rows join an earlier release, of which none is known here`;
  const unmeasured = earlier.filter(({ joined }) => joined === null).map(({ output }) => output);
  return unmeasured.length === 0 ? label : `${label}; not measured: whether its rows join ${few(unmeasured)}`;
}

/** All earlier releases, one sentence each. */
export const earlierSentences = (earlier: readonly EarlierJoin[] | null): string[] =>
  earlier === null
    ? [figuresText.earlierUnknown]
    : earlier.length === 0
      ? [figuresText.earlierNone]
      : earlier.map(figuresText.earlierOne);

/** All earlier releases of other editions of the same people, one sentence each. */
export const editionSentences = (editions: readonly EarlierEdition[] | undefined): string[] =>
  (editions ?? []).map(editionReleaseText.one);
