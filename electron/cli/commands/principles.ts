import { optionsText } from '#shared/text/cli/options.ts';
import { principlesCommandText as text } from '#shared/text/cli/principles.ts';
import { checkedOver, keptAs, principleStates } from '#shared/text/principles.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';

export const principles: AddCommand = (program, exit) => {
  const command = program
    .command('principles')
    .description(text.description)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--keep', text.keep)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: { workspace: string; keep?: boolean; passphraseFile?: string; json?: boolean }) => {
      exit(
        await withContext(async ({ client, terminal, openWorkspace }) => {
          await openWorkspace(options.workspace, options.passphraseFile);
          if (options.keep) await client.principles.keep({});
          const found = await client.principles.matrix({});
          if (options.json) terminal.json(found);
          else {
            const columns = [null, ...found.datasets.map(({ id }) => id)];
            const stateIn = (control: string, dataset: string | null): string =>
              principleStates[
                found.cells.find((cell) => cell.control === control && cell.dataset === dataset)?.state ?? 'not-stated'
              ];
            terminal.data(
              table(
                [text.control, text.workspace, ...found.datasets.map(({ name }) => name)],
                found.controls.map(({ id, title }) => [
                  `${id} ${title}`,
                  ...columns.map((dataset) => stateIn(id, dataset)),
                ]),
              ),
            );
            terminal.say(checkedOver(found.at, found.datasets.length, found.over));
            terminal.say(keptAs(found.kept));
          }
          return 0;
        }),
      );
    });
  example(command, text.examples);
};
