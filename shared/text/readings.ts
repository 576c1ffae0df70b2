import type { IntakeOptions, OtherReading } from '#shared/domain/intake.ts';
import { delimiterName } from './delimiters.ts';
import { shortName } from './names.ts';
import { counted, listed } from './numbers.ts';

type Changed = Partial<IntakeOptions>;

/** What a reading is like, by the one option that makes it. */
function waysOf({
  delimiter,
  header,
  headerRows,
  skipLines,
  table,
  quote,
  rowNames,
  form,
  columnsAt,
}: Changed): string[] {
  return [
    ...(columnsAt === undefined ? [] : [`with columns that begin at ${columnsAt.slice(0, 12).join(', ')}`]),
    ...(form === 'plain' ? ['as the lines stand'] : []),
    ...(delimiter === undefined ? [] : [`parted by the ${delimiterName(delimiter)}`]),
    ...(quote === undefined ? [] : [quote === '' ? 'with quotes as text' : `with ${quote} as the quote`]),
    ...(header === undefined ? [] : [header ? 'with the first row as names' : 'with the first row as values']),
    ...(headerRows === undefined ? [] : [`with ${counted(headerRows, 'row')} of names`]),
    ...(skipLines === undefined
      ? []
      : [skipLines === 0 ? 'from the first line on' : `without the first ${counted(skipLines, 'line')}`]),
    ...(rowNames === undefined ? [] : [`with the column without a name ${rowNames ? 'first' : 'last'}`]),
    ...(table === undefined ? [] : [shortName(table)]),
  ];
}

/** An option and its value as they are typed. */
function typed({ delimiter, header, headerRows, skipLines, table, quote, rowNames, columnsAt }: Changed): string {
  return [
    ...(columnsAt === undefined ? [] : [`--columns-at ${columnsAt.join(',')}`]),
    ...(delimiter === undefined ? [] : [`--delimiter ${delimiter === '\t' ? 'tab' : `"${delimiter}"`}`]),
    ...(quote === undefined ? [] : [`--quote ${quote === '' ? 'none' : quote === '"' ? `'"'` : `"${quote}"`}`]),
    ...(header === undefined ? [] : [header ? '--header' : '--no-header']),
    ...(headerRows === undefined ? [] : [`--header-rows ${headerRows}`]),
    ...(skipLines === undefined ? [] : [`--skip-lines ${skipLines}`]),
    ...(rowNames === undefined ? [] : [rowNames ? '--row-names' : '--no-row-names']),
    ...(table === undefined ? [] : [`--table "${table.slice(0, 60)}"`]),
  ].join(' ');
}

const named = ({ changed, columns }: OtherReading): string =>
  [...(columns === null ? [] : [counted(columns, 'column')]), ...waysOf(changed)].join(', ');

/** Other ways in which a file may be read, as they are offered beside the one that was chosen. */
export const readingsText = {
  named,
  others: (others: readonly OtherReading[]): string =>
    `The file can also be read otherwise: ${listed(
      others.slice(0, 4).map((other) => `${named(other)} (${typed(other.changed)})`),
    )}. Look at its first rows, and choose.`,
};
