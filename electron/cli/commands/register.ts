import type { Command } from 'commander';
import { engineEnvironment } from '#engine/engine-environment.ts';
import { getEntry, listEntries, verifyInFull } from '#engine/journal/read-journal.ts';
import { readNoteFile } from '#engine/journal/read-note-file.ts';
import type { LogEntry } from '#shared/contract/register.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { registerCommandText as text } from '#shared/text/cli/register.ts';
import { createTerminal, table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';
import { addCosigners } from './register-cosigners.ts';
import { addStamps } from './register-stamps.ts';
import { addFiles } from './register-files.ts';
import { addCompare } from './register-compare.ts';
import { filterFrom, filterOptions, type FilterOptions } from './register-filter.ts';
import { addHeads } from './register-heads.ts';
import { addRecords } from './register-records.ts';
import { addPrint } from './register-print.ts';
import { wholeNumber } from './whole-number.ts';

interface ListOptions extends FilterOptions {
  workspace: string;
  limit: number;
  offset: number;
  json?: boolean;
}

const rowOf = (entry: LogEntry): (string | number)[] => [
  entry.seq,
  entry.ts,
  entry.clock !== undefined && entry.clock < entry.ts ? text.list.clock(entry.clock) : '',
  text.list.told(entry.sentence, entry.kind),
];

/** None of these asks for a passphrase: the register can be read and checked by whoever holds the folder. */
export const register: AddCommand = (program, exit) => {
  const command = program.command('register').description(text.description);
  example(command, text.verify.examples);
  addCompare(command, exit);
  const terminal = createTerminal();

  const list = filterOptions(command.command('list').description(text.list.description))
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--limit <n>', text.list.limit, wholeNumber, 200)
    .option('--offset <n>', text.list.offset, wholeNumber, 0)
    .option('--json', optionsText.json)
    .action((options: ListOptions) => {
      const found = listEntries(options.workspace, {
        offset: options.offset,
        limit: options.limit,
        ...filterFrom(options),
      });
      if (options.json) terminal.json(found);
      else terminal.data(table(text.list.columns, found.entries.map(rowOf)));
      exit(0);
    });
  example(list, text.list.examples);

  const show = command
    .command('show')
    .description(text.show.description)
    .argument('<seq>', text.show.seq, wholeNumber)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--json', optionsText.json)
    .action((seq: number, options: { workspace: string; json?: boolean }) => {
      terminal.json(getEntry(options.workspace, seq));
      exit(0);
    });
  example(show, text.show.examples);

  addVerify(command, exit);
  addHeads(command, exit);
  addCosigners(command, exit);
  addStamps(command, exit);
  addRecords(command, exit);
  addFiles(command, exit);
  addPrint(command, exit);
};

function addVerify(command: Command, exit: (status: number) => void): void {
  const terminal = createTerminal();
  const verify = command
    .command('verify')
    .description(text.verify.description)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--head <file...>', text.verify.head)
    .option('--json', optionsText.json)
    .action(async (options: { workspace: string; head?: string[]; json?: boolean }) => {
      const kept = await Promise.all((options.head ?? []).map(readNoteFile));
      const found = await verifyInFull(options.workspace, {
        profileDirectory: engineEnvironment().profileDirectory,
        heads: kept.map((bytes) => bytes.toString('utf8')),
      });
      if (options.json) terminal.json(found);
      else {
        terminal.data(
          found.ok
            ? text.verify.verifies(
                found.entries,
                found.checkpoint?.root.slice(0, 16) ?? null,
                found.checkpoint?.at ?? '',
              )
            : text.verify.doesNot(found.problems.length, found.entries),
        );
        if ((found.retentionProofs ?? 0) > 0) terminal.data(text.verify.proofs(found.retentionProofs ?? 0));
        for (const problem of found.problems)
          terminal.data(text.verify.problem(problem.seq, problem.kind, problem.detail));
      }
      exit(found.ok ? 0 : 1);
    });
  example(verify, text.verify.examples);
}
