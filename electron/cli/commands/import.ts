import { importText as text } from '#shared/text/cli/import.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { checkedEdition, tellEdition } from '../terminal/edition.ts';
import { withContext } from '../terminal/context.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

export const importCommand: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('import')
      .description(text.description)
      .argument('<file>', text.file)
      .requiredOption('--workspace <directory>', optionsText.workspace)
      .option('--channel <channel>', text.channel)
      .option('--informed <text>', text.informed, '')
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--json', optionsText.json),
  ).action(
    async (
      file: string,
      options: ReadingOptions & {
        workspace: string;
        informed: string;
        channel?: string;
        passphraseFile?: string;
        json?: boolean;
      },
    ) => {
      exit(
        await withContext(async (context) => {
          await context.openWorkspace(options.workspace, options.passphraseFile);
          const dataset = await context.follow(
            context.client.datasets.import({
              grantId: await context.readGrant(file),
              options: intakeOptionsFrom(options),
              informedHow: options.informed,
            }),
          );
          if (options.channel !== undefined)
            await context.client.datasets.setProvenance({
              datasetId: dataset.id,
              channel: options.channel,
              informedHow: options.informed,
            });
          const edition = await checkedEdition(context, dataset.id);
          if (options.json) context.terminal.json({ ...dataset, ...edition });
          else {
            context.terminal.say(
              text.imported(dataset.fileName, dataset.rows, dataset.columns.length, dataset.rejectedRows),
            );
            for (const { option, value, reason } of dataset.detections)
              context.terminal.say(text.detected(option, value, reason));
            for (const warning of dataset.warnings) context.terminal.say(text.warning(warning));
            if (dataset.rejectedRows > 0) {
              const { rows, total } = await context.client.datasets.rejects({
                datasetId: dataset.id,
                offset: 0,
                limit: 20,
              });
              for (const { line, detail } of rows) context.terminal.say(text.badRow(line, detail));
              if (total > rows.length) context.terminal.say(text.more(total - rows.length));
            }
            tellEdition(context.terminal, edition);
            context.terminal.data(dataset.id);
          }
          return 0;
        }),
      );
    },
  );
  example(command, text.examples);
};
