import { dpiaText as text } from '#shared/text/cli/dpia.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { impactText } from '#shared/text/register/impact.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';

interface Options {
  workspace: string;
  activity: string;
  passphraseFile?: string;
  json?: boolean;
}

export const dpia: AddCommand = (program, exit) => {
  const command = program.command('dpia').description(text.description);
  example(command, [...text.screen.examples, ...text.template.examples]);
  const screen = command
    .command('screen')
    .description(text.screen.description)
    .requiredOption('--activity <ref>', text.activity)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: Options) => {
      exit(
        await withContext(async ({ client, terminal, openWorkspace }) => {
          await openWorkspace(options.workspace, options.passphraseFile);
          const proposal = await client.impact.screen({ activity: options.activity });
          if (options.json) terminal.json(proposal);
          else {
            const rows = [
              ...proposal.cases.map((one) => [
                impactText.case(one.id),
                impactText.answer(one.answer),
                impactText.evidence(one),
              ]),
              ...proposal.criteria.map((one) => [
                impactText.criterion(one.id),
                impactText.answer(one.answer),
                impactText.evidence(one),
              ]),
            ];
            terminal.data(table(text.screen.columns, rows));
            terminal.say(text.screen.result(proposal.result));
          }
          return 0;
        }),
      );
    });
  example(screen, text.screen.examples);
  const template = command
    .command('template')
    .description(text.template.description)
    .requiredOption('--activity <ref>', text.activity)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: Options) => {
      exit(
        await withContext(async ({ client, terminal, openWorkspace }) => {
          await openWorkspace(options.workspace, options.passphraseFile);
          const filled = await client.impact.template({ activity: options.activity });
          if (options.json) terminal.json(filled);
          else terminal.data(filled.text);
          return 0;
        }),
      );
    });
  example(template, text.template.examples);
};
