import type { Command } from 'commander';

/** A command adds itself to the program and reports its exit status. */
export type AddCommand = (program: Command, exit: (status: number) => void) => void;

/** An example under a command's help (interface.md: `--help` on every command with an example). */
export const example = (command: Command, ...lines: string[]): Command => command.addHelpText('after', `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}`);

/** Reading options that every command with a FILE takes; what is not given is detected. */
export function readingOptions(command: Command): Command {
  return command
    .option('--delimiter <char>', 'field delimiter (detected); "tab" for a tab')
    .option('--encoding <name>', 'utf-8, utf-16le, utf-16be or windows-1252 (detected)')
    .option('--header', 'the first row holds the column names')
    .option('--no-header', 'there is no row of column names')
    .option('--table <name>', 'sheet of a workbook, table of a SQLite file or list inside a JSON file')
    .option('--layout <id>', 'system whose export the file is, e.g. google-ads (recognised); "none" for a plain table')
    .option('--keep-totals', 'read rows that sum up the others as rows (they are left out, counted and listed)');
}

export interface ReadingOptions {
  delimiter?: string;
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  header?: boolean;
  table?: string;
  layout?: string;
  keepTotals?: boolean;
}

/** The given reading options in the contract's form. */
export function intakeOptionsFrom({ delimiter, encoding, header, table, layout, keepTotals }: ReadingOptions) {
  return {
    ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' || delimiter === '\\t' ? '\t' : delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(header === undefined ? {} : { header }),
    ...(table === undefined ? {} : { table }),
    ...(layout === undefined ? {} : { layout }),
    ...(keepTotals === true ? { totals: 'keep' as const } : {}),
  };
}
