import type { Became, UndecidedReleased } from '#shared/domain/undecided-released.ts';
import { shortName } from './names.ts';
import { counted, listed } from './numbers.ts';

/** So many names are read; a source can have hundreds of undecided columns. */
const shown = 30;

const named = (columns: readonly string[]): string =>
  listed([
    ...columns.slice(0, shown).map(shortName),
    ...(columns.length > shown ? [counted(columns.length - shown, 'more', 'more')] : []),
  ]);

const became: readonly (readonly [Became, string])[] = [
  ['kept', 'in the file as they were'],
  ['perturbed', 'in the file, changed by chance'],
  ['generalised', 'in the file, made coarser'],
  ['masked', 'in the file, partly masked'],
  ['redacted', 'in the file, with what was recognised taken out'],
  ['hashed', 'in the file as hashes'],
  ['left-out', 'not in the file'],
];

/** What became of the columns of the source that nobody had decided on, one sentence for each fate. */
export const undecidedSentences = (columns: readonly UndecidedReleased[]): string[] =>
  became.flatMap(([fate, where]) => {
    const names = columns.filter((one) => one.became === fate).map(({ column }) => column);
    return names.length === 0 ? [] : [`Undecided, nothing tells what they hold; ${where}: ${named(names)}.`];
  });
