import { type Command, InvalidArgumentError } from 'commander';
import type { TextEncoding } from '#shared/domain/text-encoding.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { asEncoding } from './as-encoding.ts';

const { reading } = optionsText;

/** A command adds itself to the program and reports its exit status. */
export type AddCommand = (program: Command, exit: (status: number) => void) => void;

/** An example under a command's help (interface.md: `--help` on every command with an example). */
export const example = (command: Command, lines: string[]): Command =>
  command.addHelpText('after', optionsText.examples(lines));

/** Names after an option, comma-separated; an option that is given again adds to them. */
export const columnList = (typed: string, before: string[] = []): string[] => [
  ...before,
  ...typed
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean),
];

const wholeNumber = (typed: string): number => {
  if (!/^\d{1,6}$/.test(typed)) throw new InvalidArgumentError(optionsText.notAWholeNumber);
  return Number(typed);
};

/** Places that grow, from 1. */
function places(typed: string): number[] {
  const found = typed.split(',').map((place) => wholeNumber(place.trim()));
  if (found.some((place, at) => place < 1 || place <= (found[at - 1] ?? 0)))
    throw new InvalidArgumentError(optionsText.notPlaces);
  return found;
}

/** Reading options that every command with a FILE takes; what is not given is detected. */
export function readingOptions(command: Command): Command {
  return command
    .option('--delimiter <char>', reading.delimiter)
    .option('--encoding <name>', reading.encoding, asEncoding)
    .option('--header', reading.header)
    .option('--no-header', reading.noHeader)
    .option('--member <name>', reading.member)
    .option('--table <name>', reading.table)
    .option('--layout <id>', reading.layout)
    .option('--quote <char>', reading.quote)
    .option('--skip-lines <n>', reading.skipLines, wholeNumber)
    .option('--header-rows <n>', reading.headerRows, wholeNumber)
    .option('--row-names', reading.rowNames)
    .option('--no-row-names', reading.noRowNames)
    .option('--columns-at <places>', reading.columnsAt, places)
    .option('--keep-totals', reading.keepTotals)
    .option('--leave-merged', reading.leaveMerged);
}

export interface ReadingOptions {
  delimiter?: string;
  encoding?: TextEncoding;
  header?: boolean;
  member?: string;
  table?: string;
  layout?: string;
  quote?: string;
  skipLines?: number;
  headerRows?: number;
  rowNames?: boolean;
  columnsAt?: number[];
  keepTotals?: boolean;
  leaveMerged?: boolean;
}

/** The given reading options in the contract's form. */
export function intakeOptionsFrom(options: ReadingOptions) {
  const { delimiter, encoding, header, member, table, layout, quote, skipLines, headerRows, rowNames } = options;
  const { columnsAt, keepTotals, leaveMerged } = options;
  return {
    ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' || delimiter === '\\t' ? '\t' : delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(header === undefined ? {} : { header }),
    ...(member === undefined ? {} : { member }),
    ...(table === undefined ? {} : { table }),
    ...(layout === undefined ? {} : { layout }),
    ...(quote === undefined ? {} : { quote: quote === 'none' ? '' : quote }),
    ...(skipLines === undefined ? {} : { skipLines }),
    ...(headerRows === undefined ? {} : { headerRows }),
    ...(rowNames === undefined ? {} : { rowNames }),
    ...(columnsAt === undefined ? {} : { columnsAt }),
    ...(keepTotals === true ? { totals: 'keep' as const } : {}),
    ...(leaveMerged === true ? { merged: 'leave' as const } : {}),
  };
}
