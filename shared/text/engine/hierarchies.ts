import { shortName } from '../names.ts';
import { count, counted, listed } from '../numbers.ts';

const form = 'Write one line per value: the value, then a label for every level upwards, with “;” between them.';

/** What is wrong with a hierarchy file, and what was made where there is none. No label of it is repeated. */
export const hierarchiesText = {
  missing: (file: string) => `${file} is not there (any more).`,
  unreadable: (file: string) => `${file} cannot be read as a hierarchy: it is no ordinary file of at most 64 MB.`,
  empty: (file: string) => `${file} is empty. ${form}`,
  oneField: (file: string) => `${file} has values only, and no label for them. ${form}`,
  unsound: (file: string, line: number) =>
    `${file}, line ${line}: a quoted field is not closed. Close it, or leave the quotes out.`,
  ragged: (file: string, line: number, fields: number, wanted: number) =>
    `${file}, line ${line}, has ${counted(fields, 'field')} where the first line has ${wanted}. Give every line a ` +
    'label for every level.',
  hole: (file: string, line: number, level: number) =>
    `${file}, line ${line}, has no label at level ${level}. Give every line a label for every level.`,
  twice: (file: string, line: number, first: number) =>
    `${file}, line ${line}: the value stands in line ${first} already, with other labels. Keep one of the two.`,
  twoParents: (file: string, line: number, first: number, level: number) =>
    `${file}, line ${line}: the label at level ${level} lies under another one than in line ${first}. Give it one ` +
    'label above in every line.',
  cycle: (file: string, line: number, level: number) =>
    `${file}, line ${line}: the label at level ${level} lies above itself. Rename one of the two labels, so that ` +
    'none is both above and below another.',
  /** Values of the data that its hierarchy does not have. */
  unknownValues: (file: string, column: string, values: number, rows: number, empty: boolean) =>
    `${file} lacks ${counted(values, 'value')} of ${shortName(column)}${empty ? ', the empty one among them' : ''}, ` +
    `in ${counted(rows, 'row')}. Add a line for each to the file${empty ? ', with nothing before the first “;” for empty cells' : ''}.`,
  severalFiles: (column: string, files: readonly string[]) =>
    `${counted(files.length, 'file')} could be the hierarchy of ${shortName(column)}: ${files.join(', ')}. Leave one.`,
  readAs: (file: string, encoding: string) =>
    `${file} is no UTF-8 and was read as ${encoding}. Where its labels look wrong, save it as UTF-8.`,
  built: {
    interval: (column: string, levels: number) =>
      `${shortName(column)}: no hierarchy file, so one was built of intervals (${counted(levels, 'level')} above the value).`,
    prefix: (column: string, levels: number) =>
      `${shortName(column)}: no hierarchy file, so one was built of prefixes (${counted(levels, 'level')} above the value).`,
    date: (column: string, levels: number) =>
      `${shortName(column)}: no hierarchy file, so one was built of months, quarters, years and decades ` +
      `(${counted(levels, 'level')} above the value).`,
    cell: (column: string, levels: number) =>
      `${shortName(column)}: no hierarchy file, so one was built of the cells of a grid, 0.01 to 10 degrees wide ` +
      `(${counted(levels, 'level')} above the value); a recipe’s step “Name places” writes names instead.`,
    tree: (column: string, levels: number) =>
      `${shortName(column)}: no hierarchy file, so one was built that keeps frequent values ` +
      `(${counted(levels, 'level')} above the value).`,
  },
  together: (latitude: string, longitude: string) =>
    `${shortName(latitude)} and ${shortName(longitude)}: no hierarchy file, so they move together, as the position that ` +
    'they are: above it the large place nearby, its country and its part of the world, which both columns then read.',
  /** Where a proposed hierarchy is from; `source` names the list. */
  known: {
    place: (source: string) => `Places and their countries. ${source}`,
    country: (source: string) => `Countries and the part of the world they are in. ${source}`,
    coordinates: (source: string) =>
      `The large place within ${count(100)} km, its country and part of the world; near a border that may be the neighbour’s. ${source}`,
    occupation: (source: string) => `Occupations by group and skill. ${source}`,
    education: (source: string) => `Education by level. ${source}`,
    'marital-status': (source: string) => `Marital status. ${source}`,
  },
  ofColumns: (columns: readonly string[]) =>
    `What ${listed(columns.map(shortName))} ${columns.length === 1 ? 'says' : 'say'} in the same rows`,
  ofValues: {
    interval: 'Intervals of the numbers themselves',
    prefix: 'The first signs of the codes themselves',
    date: 'Months, quarters, years and decades of the dates themselves, however they are written',
    cell: 'Cells of a grid, 0.01 (about 1.1 km), 0.1, 1 and 10 degrees wide',
    tree: 'Values that many rows have by themselves, all others together',
  },
  tooManyValues: (column: string, values: number, most: number) =>
    `${shortName(column)} has ${counted(values, 'different value')}; a hierarchy takes ${count(most)} at most. Put them ` +
    'together by a step before it: first signs, intervals or dates.',
  /** A cell of a grid, from its lower edge to below its upper one. */
  cell: (from: string, to: string) => `${from} to <${to}`,
  everything: '*',
};
