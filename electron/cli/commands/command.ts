import type { Command } from 'commander';

/** A command adds itself to the program and reports its exit status. */
export type AddCommand = (program: Command, exit: (status: number) => void) => void;

/** An example under a command's help (interface.md: `--help` on every command with an example). */
export const example = (command: Command, ...lines: string[]): Command => command.addHelpText('after', `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}`);

/** Reading options that every command with a FILE takes; what is not given is detected. */
export function readingOptions(command: Command): Command {
  return command
    .option('--delimiter CHAR', 'field delimiter (detected); "tab" for a tab')
    .option('--encoding NAME', 'utf-8, utf-16le, utf-16be or windows-1252 (detected)')
    .option('--header', 'the first row holds the column names')
    .option('--no-header', 'there is no row of column names')
    .option('--table NAME', 'sheet of a workbook or table of a SQLite file');
}

export interface ReadingOptions {
  delimiter?: string;
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  header?: boolean;
  table?: string;
}

/** The given reading options in the contract's form. */
export function intakeOptionsFrom({ delimiter, encoding, header, table }: ReadingOptions) {
  return {
    ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' || delimiter === '\\t' ? '\t' : delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(header === undefined ? {} : { header }),
    ...(table === undefined ? {} : { table }),
  };
}
