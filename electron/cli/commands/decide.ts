import { Failure } from '#shared/contract/failure.ts';
import { decideText as text } from '#shared/text/cli/decide.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { withContext } from '../terminal/context.ts';
import { example, type AddCommand } from './command.ts';

export const decide: AddCommand = (program, exit) => {
  const command = program
    .command('decide')
    .description(text.description)
    .argument('<file>', text.file)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--accept-all', text.acceptAll)
    .option('--column <name>', text.column)
    .option('--type <type>', text.type)
    .option('--reason <text>', text.reason)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(
      async (
        file: string,
        options: {
          workspace: string;
          acceptAll?: boolean;
          column?: string;
          type?: string;
          reason?: string;
          passphraseFile?: string;
          json?: boolean;
        },
      ) => {
        if (!options.acceptAll && options.column === undefined) throw new Failure('WRONG_USAGE', text.nothingToDecide);
        // As in the window: whoever contradicts a suggestion says why.
        if (options.type !== undefined && !options.reason?.trim()) throw new Failure('WRONG_USAGE', text.reasonMissing);
        exit(
          await withContext(async (context) => {
            await context.openWorkspace(options.workspace, options.passphraseFile);
            const datasetId = await context.engine.findDataset(file);
            const before = await context.client.classify.get({ datasetId });
            const open = before.columns
              .filter(({ decision }) => decision === null)
              .map(({ suggestion }) => suggestion.name);
            const decisions = [
              ...(options.column === undefined
                ? []
                : [
                    {
                      column: options.column,
                      action: options.type === undefined ? ('accept' as const) : ('override' as const),
                      ...(options.type === undefined ? {} : { type: options.type }),
                      ...(options.reason === undefined ? {} : { reason: options.reason }),
                    },
                  ]),
              ...(options.acceptAll
                ? open
                    .filter((name) => name !== options.column)
                    .map((column) => ({ column, action: 'accept' as const }))
                : []),
            ];
            const after =
              decisions.length === 0 ? before : await context.client.classify.decide({ datasetId, decisions });
            if (options.json) context.terminal.json(after);
            else context.terminal.say(text.recorded(decisions.length, after.open, after.columns.length));
            return 0;
          }),
        );
      },
    );
  example(command, text.examples);
};
