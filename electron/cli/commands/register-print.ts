import { basename } from 'node:path';
import type { Command } from 'commander';
import { engineEnvironment } from '#engine/engine-environment.ts';
import { historyFile, historyPdf, historyToPrint } from '#engine/journal/print-history.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { Failure } from '#shared/contract/failure.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { registerPrintText as text } from '#shared/text/cli/register-print.ts';
import { withContext } from '../terminal/context.ts';
import { example } from './command.ts';
import { filterFrom, filterOptions, type FilterOptions } from './register-filter.ts';

interface PrintOptions extends FilterOptions {
  workspace: string;
  output?: string;
  out?: string;
  force?: boolean;
  json?: boolean;
}

/** `register print`: the history as a page or a table, without a passphrase. */
export function addPrint(command: Command, exit: (status: number) => void): void {
  const print = filterOptions(command.command('print').description(text.description))
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('-o, --output <file>', text.output)
    .option('--out <file>', text.out)
    .option('--force', text.force)
    .option('--json', optionsText.json)
    .action(async (options: PrintOptions) => {
      exit(
        await withContext(async (context) => {
          const { workspace, force = false } = options;
          const output = options.output ?? options.out;
          if (output === undefined) throw new Failure('WRONG_USAGE', text.missing);
          if (!/\.(html?|csv|pdf)$/i.test(output)) throw new Failure('WRONG_USAGE', text.ending(output));
          context.guard({ outputs: [{ path: output }], inputs: {}, workspace, force });
          const { profileDirectory, clock, resourcesDirectory: resources } = engineEnvironment();
          const name = basename(workspace).replace(/\.custos$/i, '');
          const filter = filterFrom(options);
          const history = await historyToPrint(workspace, { filter, name, profileDirectory, now: clock() });
          const content = historyFile(history, output);
          await writeWhole(output, /\.pdf$/i.test(output) ? await historyPdf(history, resources) : content);
          const { ok } = history.verified;
          const entries = history.entries.length;
          if (options.json) context.terminal.json({ output, entries, of: history.of, verified: ok });
          else context.terminal.say(text.written(entries, output, ok));
          return ok ? 0 : 1;
        }),
      );
    });
  example(print, text.examples);
}
